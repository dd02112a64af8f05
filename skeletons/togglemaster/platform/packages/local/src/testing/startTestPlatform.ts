import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Platform, type PlatformOptions } from '../platform/Platform.ts';
import { newSecrets, type Secrets } from '../platform/Secrets.ts';
import type { ApiClient } from '../seed/ApiClient.ts';
import { makeKey, seed } from '../seed/seed.ts';
import { signInAdmin } from '../seed/signIn.ts';
import { until } from './until.ts';

export type TestPlatform = {
  platform: Platform;
  secrets: Secrets;
  admin: ApiClient;
  /** Of the demo's dev environment, with all scopes but flags:write. */
  key: string;
  stop(): Promise<void>;
};

const HOME = fileURLToPath(
  new URL('../../../../.togglemaster', import.meta.url),
);
const TOOLS = join(HOME, 'tools');

/** A seeded platform with its own stores, whose first answers are there. */
export async function startTestPlatform(
  options: Pick<PlatformOptions, 'env' | 'visibilitySeconds'> = {},
): Promise<TestPlatform> {
  const folder = await mkdtemp(join(tmpdir(), 'togglemaster-'));
  const secrets = newSecrets();
  const platform = await Platform.start({
    folder,
    tools: TOOLS,
    secrets,
    ...options,
  });
  const admin = await signInAdmin(platform, secrets);
  await seed(platform, admin);
  const key = await makeKey(platform, admin);
  await until('the seeded flags in evaluation', async () => {
    const answer = await admin.call(
      'GET',
      `${platform.urls.evaluation}/evaluate?flag=max-items&context=${encodeURIComponent('{"app":"2.0.0"}')}`,
      undefined,
      { authorization: `Bearer ${key}` },
    );
    return answer.body?.value === 100;
  });
  return {
    platform,
    secrets,
    admin,
    key,
    stop: async () => {
      await platform.stop();
      await keepLogs(folder);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What the services of a test file said last, for whoever wonders why it failed. */
async function keepLogs(folder: string) {
  const kept = join(HOME, 'logs', basename(process.argv[1] ?? 'test'));
  await rm(kept, { recursive: true, force: true });
  await cp(folder, kept, {
    recursive: true,
    filter: file => file === folder || file.endsWith('.log'),
  });
}
