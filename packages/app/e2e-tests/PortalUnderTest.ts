import { cp } from 'node:fs/promises';
import path from 'node:path';
import {
  createProgress,
  restartPortal,
  startTerrastage,
  type Started,
} from '@terrastage/local/testing';

/** What `npm start` starts, in a folder and on ports of its own. */
export class PortalUnderTest {
  private constructor(
    private readonly started: Started,
    /** Its own copy of the skeletons: a test may change them as the platform team does. */
    readonly skeletons: string,
  ) {}

  static async start(runDir: string): Promise<PortalUnderTest> {
    const skeletons = path.join(runDir, 'skeletons');
    await cp(
      path.resolve(__dirname, '../../../skeletons/terraform'),
      skeletons,
      {
        recursive: true,
      },
    );
    // Backstage reads configuration from such variables, as JSON; they count for more than files.
    process.env.APP_CONFIG_scaffolder_terraform = JSON.stringify({
      skeletons,
      publishEvery: { seconds: 2 },
    });
    const started = await startTerrastage({
      mode: 'start',
      runDir,
      progress: createProgress(),
    });
    return new PortalUnderTest(started, skeletons);
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
