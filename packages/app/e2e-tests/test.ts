import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { LocalAwsView } from './LocalAwsView';
import { logInQuickly } from './logInQuickly';
import { NetworkAwsView } from './NetworkAwsView';
import { PortalUnderTest } from './PortalUnderTest';

type WorkerFixtures = {
  /** A portal of this worker's own, with everything behind it. */
  portal: PortalUnderTest;
};

type TestFixtures = {
  /** Who is logged in when a test begins: the name of a User entity, or nobody. */
  person: string | null;
  /** The local AWS as its owner sees it, past the portal. */
  aws: LocalAwsView;
  networks: NetworkAwsView;
};

export const test = base.extend<TestFixtures, WorkerFixtures>({
  portal: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const runDir = await mkdtemp(path.join(tmpdir(), 'terrastage-e2e-'));
      // Where others may pass, root's PostgreSQL keeps its data in here, too, and it goes with the rest.
      await chmod(runDir, 0o711);
      const portal = await PortalUnderTest.start(runDir);
      await provide(portal);
      await portal.stop();
      await rm(runDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  person: ['ana', { option: true }],
  baseURL: ({ portal }, provide) => provide(portal.url),
  context: async ({ context, person, portal }, provide) => {
    if (person) await logInQuickly(context, portal, person);
    await provide(context);
  },
  aws: ({ portal }, provide) => provide(new LocalAwsView(portal.awsUrl)),
  networks: ({ portal }, provide) => provide(new NetworkAwsView(portal.awsUrl)),
});

export { expect } from '@playwright/test';
