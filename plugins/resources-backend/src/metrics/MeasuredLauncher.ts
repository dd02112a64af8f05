import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type {
  Launcher,
  LaunchRequest,
  RunnerPresence,
  RunnerRef,
} from '../launchers/Launcher';

/** Seconds. */
const LAUNCHES = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60];

/** A launcher of which is counted how long its launches take, and what fails. */
export class MeasuredLauncher implements Launcher {
  readonly host: string;
  readonly keepsDeadline?: boolean;
  private readonly launches;
  private readonly errors;

  constructor(
    private readonly launcher: Launcher,
    metrics: MetricsService,
    private readonly now: () => Date,
  ) {
    this.host = launcher.host;
    this.keepsDeadline = launcher.keepsDeadline;
    this.launches = metrics.createHistogram(
      'terrastage.launcher.launch_seconds',
      {
        description: 'From the request to start a runner to its start',
        unit: 's',
        advice: { explicitBucketBoundaries: LAUNCHES },
      },
    );
    this.errors = metrics.createCounter('terrastage.launcher.errors', {
      description:
        'What the launcher could not do, by call: launch, probe, cancel, interrupt, kill',
    });
  }

  start(): void {
    this.launcher.start?.();
  }

  async stop(): Promise<void> {
    await this.launcher.stop?.();
  }

  async launch(request: LaunchRequest): Promise<void> {
    const since = this.now().getTime();
    await this.counted('launch', () => this.launcher.launch(request));
    this.launches.record((this.now().getTime() - since) / 1_000);
  }

  onExit(listener: () => void): void {
    this.launcher.onExit(listener);
  }

  probe(runner: RunnerRef): Promise<RunnerPresence> {
    return this.counted('probe', () => this.launcher.probe(runner));
  }

  async explain(runner: RunnerRef): Promise<string | undefined> {
    return this.launcher.explain?.(runner);
  }

  async cancel(runner: RunnerRef): Promise<void> {
    await this.counted('cancel', async () => this.launcher.cancel?.(runner));
  }

  interrupt(runner: RunnerRef): Promise<void> {
    return this.counted('interrupt', () => this.launcher.interrupt(runner));
  }

  kill(runner: RunnerRef): Promise<void> {
    return this.counted('kill', () => this.launcher.kill(runner));
  }

  describe(runner: RunnerRef): string {
    return this.launcher.describe(runner);
  }

  findErroredStates(runner: RunnerRef): Promise<string[]> {
    return this.launcher.findErroredStates(runner);
  }

  private async counted<T>(call: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.errors.add(1, { call });
      throw error;
    }
  }
}
