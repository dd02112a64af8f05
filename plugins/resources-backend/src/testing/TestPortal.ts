import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { startTestBackend } from '@backstage/backend-test-utils';
import type {
  CreateResourceRequest,
  StartedRun,
} from '@terrastage/plugin-resources-common';
import { tempDir } from '@terrastage/local/testing';
import request from 'supertest';
import { readProcessFile } from '../launchers/process/runFolder';
import { createRequest } from './builders';
import { removeRunsDir } from './removeRunsDir';
import { viaScaffolder, type UserName } from './people';
import {
  portalFeatures,
  type AuditEvent,
  type PortalFeaturesOptions,
} from './portalFeatures';
import { TestRunner } from './TestRunner';

export type TestPortalOptions = Omit<
  PortalFeaturesOptions,
  'runsDir' | 'audited' | 'published'
> & {
  /** Kept between portals that share runners. Default: one of its own, which goes with the last test of the file. */
  runsDir?: string;
};

/** Asks a portal, wherever it runs, and speaks for its runners. */
export class PortalApi {
  constructor(
    /** Of the API, with its version. */
    readonly url: string,
    readonly runsDir: string,
  ) {}

  get(route: string, authorization: string) {
    return request(this.url).get(route).set('authorization', authorization);
  }

  post(route: string, authorization: string, body: object = {}) {
    return request(this.url)
      .post(route)
      .set('authorization', authorization)
      .send(body);
  }

  put(route: string, authorization: string, body: object) {
    return request(this.url)
      .put(route)
      .set('authorization', authorization)
      .send(body);
  }

  /** A body that is what it is, JSON or not. */
  postText(route: string, authorization: string, text: string) {
    return request(this.url)
      .post(route)
      .set('authorization', authorization)
      .set('content-type', 'application/json')
      .send(text);
  }

  /** Has a resource made by the scaffolder, and fails when that is refused. */
  async create(
    overrides: Partial<CreateResourceRequest> = {},
    user: UserName = 'ana',
  ): Promise<StartedRun> {
    const response = await this.post(
      '/resources',
      viaScaffolder(user),
      createRequest(overrides),
    ).expect(202);
    return response.body;
  }

  /** The runner of a run, once it was launched; the test speaks for it. */
  runner(runId: string, attempt = 1): Promise<TestRunner> {
    return TestRunner.of(this, runId, attempt);
  }

  /** Ends the runners of this portal's folder. */
  async killRunners(): Promise<void> {
    for (const name of await readdir(this.runsDir)) {
      const file = await readProcessFile(
        path.join(this.runsDir, name, 'process.json'),
      );
      try {
        if (file) process.kill(-file.pid, 'SIGKILL');
      } catch {
        // It is gone.
      }
    }
  }
}

const ownRunsDirs: string[] = [];

// Portals are started anywhere in a test file and share nothing but this: it runs after the hooks of every `describe`.
afterAll(() => Promise.all(ownRunsDirs.splice(0).map(removeRunsDir)));

async function newRunsDir(): Promise<string> {
  const { path: folder } = await tempDir('terrastage-runs-');
  ownRunsDirs.push(folder);
  return folder;
}

/** The plugin in a backend of its own, with runners that do nothing until the test speaks for them. */
export class TestPortal extends PortalApi {
  static async start(options: TestPortalOptions): Promise<TestPortal> {
    const runsDir = options.runsDir ?? (await newRunsDir());
    const published: unknown[] = [];
    const audited: AuditEvent[] = [];
    const backend = await startTestBackend({
      features: portalFeatures({ ...options, runsDir, published, audited }),
    });
    return new TestPortal(backend, runsDir, published, audited);
  }

  private constructor(
    private readonly backend: Awaited<ReturnType<typeof startTestBackend>>,
    runsDir: string,
    /** What was said on the events service. */
    readonly published: unknown[],
    readonly audited: AuditEvent[],
  ) {
    super(
      `http://localhost:${backend.server.port()}/api/resources/v1`,
      runsDir,
    );
  }

  /** Stops the portal; its runners go on. */
  async stop(): Promise<void> {
    await this.backend.stop();
  }
}
