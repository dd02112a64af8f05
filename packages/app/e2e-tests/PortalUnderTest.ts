import {
  createProgress,
  restartPortal,
  startTerrastage,
  type Started,
} from '@terrastage/local/testing';

/** What `npm start` starts, in a folder and on ports of its own. */
export class PortalUnderTest {
  private constructor(private readonly started: Started) {}

  static async start(runDir: string): Promise<PortalUnderTest> {
    const started = await startTerrastage({
      mode: 'start',
      runDir,
      progress: createProgress(),
    });
    return new PortalUnderTest(started);
  }

  get url(): string {
    return `http://localhost:${this.started.context.ports!.portal}`;
  }

  get awsUrl(): string {
    return this.started.context.aws!.url;
  }

  /** As a crash or an out-of-memory kill does: nothing is asked, nothing is cleaned up. */
  async kill(): Promise<void> {
    const portal = this.started.context.portal!;
    process.kill(portal.pid, 'SIGKILL');
    await portal.ended;
  }

  /** Starts the portal again on the same database, with the same configuration. */
  async restart(): Promise<void> {
    await restartPortal(this.started.context);
  }

  async stop(): Promise<void> {
    await this.started.stop();
  }
}
