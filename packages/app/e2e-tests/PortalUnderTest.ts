import { cp } from 'node:fs/promises';
import path from 'node:path';
import {
  createProgress,
  logIn,
  restartPortal,
  startTerrastage,
  type LocalCognito,
  type SeededPerson,
  type Started,
} from '@terrastage/local/testing';
import { copyCatalogFiles } from './catalogFiles';

/** What `npm start` starts, in a folder and on ports of its own, with files of people that a test may change. */
export class PortalUnderTest {
  private constructor(
    private readonly started: Started,
    /** The file with the User entities, which a test may change. */
    readonly usersFile: string,
    /** Its own copy of the skeletons: a test may change them as the platform team does. */
    readonly skeletons: string,
  ) {}

  static async start(runDir: string): Promise<PortalUnderTest> {
    const { users, configFile } = await copyCatalogFiles(runDir);
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
      configFiles: [configFile],
      progress: createProgress(),
    });
    return new PortalUnderTest(started, users, skeletons);
  }

  get url(): string {
    return `http://localhost:${this.started.context.ports!.portal}`;
  }

  get awsUrl(): string {
    return this.started.context.aws!.url;
  }

  get cognito(): LocalCognito {
    return this.started.context.cognito!;
  }

  get runDir(): string {
    return this.started.context.runDir;
  }

  /** @param id - the name of the User entity, such as ana */
  person(id: string): SeededPerson {
    return this.started.context.people!.find(one => one.id === id)!;
  }

  /** A token as the web app has it after a login. */
  async tokenOf(id: string): Promise<string> {
    const { email, password } = this.person(id);
    const { token } = await logIn({
      backendUrl: this.url,
      cognitoUrl: this.cognito.url,
      email,
      password,
    });
    return token;
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
