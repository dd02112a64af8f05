/** A runner: one attempt of one run. */
export interface RunnerRef {
  readonly runId: string;
  readonly attempt: number;
}

export interface LaunchRequest extends RunnerRef {
  /** Good for this attempt alone. The launcher hands it to the runner by a file that only it can read. */
  readonly token: string;
  /** Entity ref of the resource's owner. */
  readonly owner: string;
  /** The resource's type, which names its template. */
  readonly type: string;
}

/**
 * - `waiting`: it was accepted and has not started yet; nothing was done.
 * - `stuck`: it has not started, and nobody believes any more that it will.
 * - `running`: the runner lives.
 * - `unreachable`: where it runs does not answer. It may be at work, so nothing else may be.
 * - `orphaned`: the runner is gone, something that it started is not.
 * - `gone`: nothing of it is left; it can change nothing any more.
 * - `unknown`: it is not to be seen from here.
 */
export type RunnerPresence =
  | 'waiting'
  | 'stuck'
  | 'running'
  | 'unreachable'
  | 'orphaned'
  | 'gone'
  | 'unknown';

/** What starts runners, finds them again, and ends them. Runners live on when the portal does not. */
export interface Launcher {
  /** Where its runners are: another launcher of the same host sees them too. */
  readonly host: string;

  /** Whether it ends runners past their deadline by itself. */
  readonly keepsDeadline?: boolean;

  /** Begins, and ends, to watch its runners. They don't notice. */
  start?(): void;
  stop?(): Promise<void>;

  /**
   * Starts a runner and returns when it was started, not when it is done.
   *
   * @throws Error that says what is wrong, when there is no runner then.
   */
  launch(request: LaunchRequest): Promise<void>;

  /** Calls back when a runner that this portal started has ended. One of an earlier portal is only found by a probe. */
  onExit(listener: () => void): void;

  /** Whether it is there, also one that was launched before the portal's last start. */
  probe(runner: RunnerRef): Promise<RunnerPresence>;

  /** Why it is in the state that `probe` tells, and what to do, as whole sentences without the last full stop. */
  explain?(runner: RunnerRef): Promise<string | undefined>;

  /**
   * Ends a runner that a user has canceled, however often it is called, when that can be done besides telling it by
   * its heartbeat: one that waits has none.
   */
  cancel?(runner: RunnerRef): Promise<void>;

  /** Asks everything that is left of a runner to end, once. More than once kills Terraform's providers in mid-call. */
  interrupt(runner: RunnerRef): Promise<void>;

  /** Ends everything that is left of a runner at once. */
  kill(runner: RunnerRef): Promise<void>;

  /** Where a person finds the runner's own output, for people. */
  describe(runner: RunnerRef): string;

  /** Paths of `errored.tfstate` files that it left. */
  findErroredStates(runner: RunnerRef): Promise<string[]>;
}
