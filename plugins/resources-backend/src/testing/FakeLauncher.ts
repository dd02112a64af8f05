import type {
  Launcher,
  LaunchRequest,
  RunnerPresence,
  RunnerRef,
} from '../launchers/Launcher';

/** A launcher that starts nothing: the test says what is there. */
export class FakeLauncher implements Launcher {
  readonly launched: LaunchRequest[] = [];
  /** What was done to runners, in order. */
  readonly done: Array<'interrupt' | 'kill'> = [];
  presence: RunnerPresence = 'running';
  erroredStates: string[] = [];
  /** Why its runners are as they are. */
  reason?: string;
  /** How often a cancel was handed on. */
  canceled = 0;
  /** Thrown by the next launches. */
  failure?: Error;

  constructor(readonly host = 'here') {}

  async launch(request: LaunchRequest): Promise<void> {
    if (this.failure) throw this.failure;
    this.launched.push(request);
  }

  onExit(): void {}

  async probe(): Promise<RunnerPresence> {
    return this.presence;
  }

  async explain(): Promise<string | undefined> {
    return this.reason;
  }

  async cancel(): Promise<void> {
    this.canceled += 1;
  }

  async interrupt(): Promise<void> {
    this.done.push('interrupt');
  }

  async kill(): Promise<void> {
    this.done.push('kill');
    this.presence = 'gone';
  }

  describe({ runId, attempt }: RunnerRef): string {
    return `/runs/${runId}-${attempt}`;
  }

  async findErroredStates(): Promise<string[]> {
    return this.erroredStates;
  }
}
