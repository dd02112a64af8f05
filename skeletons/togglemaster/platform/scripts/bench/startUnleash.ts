import { freePort, LocalError } from '@togglemaster/local';
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Target } from './measure.ts';

/** To compare with. It is fetched when the bench first needs it, and is no dependency of anything here. */
const PACKAGE = 'unleash-server@8.2.0';
const READY_MS = 120_000;
const ADMIN_TOKEN = '*:*.bench-admin-token';
const FRONTEND_TOKEN = 'default:development.bench-frontend-token';
/** It would refuse a bench otherwise. */
const NO_LIMIT = '1000000000';

export type Unleash = { target: Target; stop(): Promise<unknown> };

/**
 * An Unleash with so many flags that are on, on loopback.
 *
 * @throws LocalError when npm can't fetch it or it does not start
 */
export async function startUnleash(options: {
  /** What is fetched is kept here. */
  tools: string;
  databaseUrl: string;
  /** Of its log. */
  folder: string;
  flags: number;
}): Promise<Unleash> {
  const program = await fetchUnleash(join(options.tools, 'unleash'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = await open(join(options.folder, 'unleash.log'), 'a');
  const child = spawn(process.execPath, [program], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATABASE_URL: options.databaseUrl,
      DATABASE_SSL: 'false',
      HTTP_HOST: '127.0.0.1',
      HTTP_PORT: String(port),
      LOG_LEVEL: 'error',
      CHECK_VERSION: 'false',
      SEND_TELEMETRY: 'false',
      INIT_ADMIN_API_TOKENS: ADMIN_TOKEN,
      INIT_FRONTEND_API_TOKENS: FRONTEND_TOKEN,
      SDK_API_RATE_LIMIT_PER_MINUTE: NO_LIMIT,
      TOKEN_AUTHENTICATION_RATE_LIMIT_PER_MINUTE: NO_LIMIT,
    },
    stdio: ['ignore', log.fd, log.fd],
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await log.close();
  };
  try {
    await ready(`${url}/health`, () => child.exitCode !== null);
    await makeFlags(url, options.flags);
    const target: Target = {
      url: `${url}/api/frontend?userId=user-123&properties[country]=BR&properties[plan]=pro`,
      method: 'GET',
      pid: child.pid!,
      headers: { authorization: FRONTEND_TOKEN },
    };
    await hasFlags(target, options.flags);
    return { target, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function fetchUnleash(folder: string): Promise<string> {
  const program = join(folder, 'node_modules/unleash-server/dist/server.js');
  if (existsSync(program)) return program;
  await mkdir(folder, { recursive: true });
  try {
    await promisify(execFile)(
      'npm',
      ['install', '--prefix', folder, '--no-audit', '--no-fund', PACKAGE],
      { cwd: folder },
    );
  } catch (error) {
    throw new LocalError(
      `npm could not install ${PACKAGE}, which this is compared with: check the network, or leave it out with npm run bench:flags -- --without-unleash`,
      { cause: error },
    );
  }
  return program;
}

async function ready(url: string, hasEnded: () => boolean): Promise<void> {
  const begun = performance.now();
  for (;;) {
    const answers = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) return;
    if (hasEnded() || performance.now() - begun > READY_MS) {
      throw new LocalError(
        `${PACKAGE} did not start; leave it out with npm run bench:flags -- --without-unleash`,
      );
    }
    await sleep(200);
  }
}

async function makeFlags(url: string, count: number): Promise<void> {
  const features = `${url}/api/admin/projects/default/features`;
  const post = async (address: string, body: object = {}) => {
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        authorization: ADMIN_TOKEN,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(
        `POST ${address}: ${response.status} ${await response.text()}`,
      );
    }
  };
  for (let i = 0; i < count; i++) {
    const name = `flag-${i}`;
    const environment = `${features}/${name}/environments/development`;
    await post(features, { name, type: 'release' });
    await post(`${environment}/strategies`, {
      name: 'default',
      parameters: {},
      constraints: [],
    });
    await post(`${environment}/on`);
  }
}

/** It learns of flags only from time to time. */
async function hasFlags(
  { url, headers }: Target,
  count: number,
): Promise<void> {
  const begun = performance.now();
  for (;;) {
    const response = await fetch(url, { headers });
    const { toggles = [] } = (await response.json()) as { toggles?: unknown[] };
    if (toggles.length === count) return;
    if (performance.now() - begun > READY_MS) {
      throw new LocalError(
        `${PACKAGE} answers with ${toggles.length} flags of ${count}`,
      );
    }
    await sleep(500);
  }
}
