/** A runner: one attempt of one run. */
export interface RunnerRef {
  readonly runId: string;
  readonly attempt: number;
}

export interface LaunchRequest extends RunnerRef {
  /** Good for this attempt alone. The launcher hands it to the runner by a file that only it can read. */
  readonly token: string;
}

/**
 * - `running`: the runner lives.
 * - `orphaned`: the runner is gone, something that it started is not.
 * - `gone`: nothing of it is left; it can change nothing any more.
 * - `unknown`: it is not to be seen from here.
 */
export type RunnerPresence = 'running' | 'orphaned' | 'gone' | 'unknown';

/** What starts runners, finds them again, and ends them. Runners live on when the portal does not. */
export interface Launcher {
  /** Where its runners are: another launcher of the same host sees them too. */
  readonly host: string;

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

  /** Asks everything that is left of a runner to end, once. More than once kills Terraform's providers in mid-call. */
  interrupt(runner: RunnerRef): Promise<void>;

  /** Ends everything that is left of a runner at once. */
  kill(runner: RunnerRef): Promise<void>;

  /** Where a person finds what the runner left: a folder, for people. */
  describe(runner: RunnerRef): string;

  /** Paths of `errored.tfstate` files that it left. */
  findErroredStates(runner: RunnerRef): Promise<string[]>;
}
