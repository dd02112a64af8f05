import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  freePort,
  localAwsEnv,
  startLocalCognito,
  startLocalKubernetes,
  startPostgres,
  type LocalCognito,
  type LocalKubernetes,
  type Postgres,
} from '@terrastage/local/testing';
import {
  assembleImage,
  type AssembledImage,
} from '../__testUtils__/assembleImage';
import { imageConfig } from '../__testUtils__/imageConfig';
import { imageUser } from '../__testUtils__/imageUser';

// The bundle is built before, where the whole of the tests runs; alone this builds it.
jest.setTimeout(10 * 60_000);

const TOKEN = 'a-token-of-the-test-that-is-long-enough';

let image: AssembledImage;
let postgres: Postgres;
let cognito: LocalCognito;
let kubernetes: LocalKubernetes;
let portal: ChildProcess;
let url: string;
let said = '';

beforeAll(async () => {
  image = await assembleImage();
  [postgres, cognito, kubernetes] = await Promise.all([
    startPostgres(),
    startLocalCognito(),
    startLocalKubernetes({ images: {} }),
  ]);
  await postgres.createDatabase('terrastage');
  url = `http://127.0.0.1:${await freePort()}`;
  const files = await imageConfig({
    image,
    url,
    token: TOKEN,
    postgres,
    cognito,
    kubernetes,
  });
  for (const file of files) await chmod(file, 0o644);
  await chmod(join(image.folder, 'kubeconfig'), 0o644);
  portal = start(files);
  await until(async () => (await ask('/.backstage/health/v1/readiness')).ok);
});

afterAll(async () => {
  if (portal?.exitCode === null && portal.signalCode === null) {
    portal.kill('SIGKILL');
    await once(portal, 'exit');
  }
  await kubernetes?.stop();
  await cognito?.stop();
  await postgres?.stop();
  await image?.remove();
});

/** As the image's entry point, without tini. */
function start(configFiles: string[]): ChildProcess {
  const { app, tmp, node } = image;
  const child = spawn(
    node,
    ['packages/backend', ...configFiles.flatMap(file => ['--config', file])],
    {
      ...imageUser(),
      cwd: app,
      env: {
        ...localAwsEnv('http://127.0.0.1:9'),
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        HOME: tmp,
        TMPDIR: tmp,
        BACKEND_SECRET: 'backend',
        SESSION_SECRET: 'session',
        OIDC_CLIENT_SECRET: cognito.clientSecret,
        DATABASE_USER: postgres.user,
        DATABASE_PASSWORD: postgres.password,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const hear = (chunk: Buffer) => (said += chunk);
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return child;
}

function ask(path: string, token?: string): Promise<Response> {
  return fetch(`${url}${path}`, {
    headers: token ? { Authorization: `Bearer ${token}` } : {},
    signal: AbortSignal.timeout(5_000),
  });
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (portal.exitCode !== null) break;
    if (await holds().catch(() => false)) return;
    await sleep(200);
  }
  const worth = said
    .split('\n')
    .filter(line => !line.includes('"type":"incomingRequest"'));
  throw new Error(
    `It did not come to that. The portal said:\n${worth.slice(-40).join('\n')}`,
  );
}

function asImageUser(...args: string[]) {
  return spawnSync(image.node, args, {
    ...imageUser(),
    cwd: image.app,
    encoding: 'utf8',
  });
}

describe('the portal of the image', () => {
  it('becomes ready with the configuration of the chart, and says so to Docker', () => {
    const { status, stderr } = asImageUser('health.mjs', new URL(url).port);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('runs as a user that is not root, in a tree in which it cannot write', () => {
    const { status, stderr } = asImageUser(
      '-e',
      'process.getuid() === 0 ? process.exit(7) : fs.writeFileSync("a", "")',
    );

    expect(status).toBe(1);
    expect(stderr).toContain('EACCES');
  });

  it('serves the web app', async () => {
    const response = await ask('/');

    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<title>Terrastage');
  });

  it('has the templates in its catalog, and its own documentation', async () => {
    const names = async () => {
      const response = await ask(
        '/api/catalog/entities?filter=kind=template&filter=kind=system&fields=metadata.name',
        TOKEN,
      );
      const entities: { metadata: { name: string } }[] = await response.json();
      return entities.map(({ metadata }) => metadata.name);
    };

    const wanted = [
      'ec2-instance',
      'rds-database',
      's3-bucket',
      'terrastage',
      'vpc',
    ];

    await until(async () => {
      const found = await names();
      return wanted.every(name => found.includes(name));
    });

    expect(await names()).toEqual(expect.arrayContaining(wanted));
  });

  it('answers a request without credentials with 401', async () => {
    expect((await ask('/api/resources/v1/resources')).status).toBe(401);
  });

  it('needs nothing that only builds or tests', () => {
    const { stdout } = asImageUser(
      '-p',
      `['@backstage/cli', 'jest', '@playwright/test', '@terrastage/local'].filter(name => {
        try { require.resolve(name + '/package.json'); return true; } catch { return false; }
      }).join()`,
    );

    expect(stdout.trim()).toBe('');
  });

  it('is not ready any more when it is asked to end', async () => {
    // The end itself takes as long as it waits for events, a minute at most.
    portal.kill('SIGTERM');

    let ready = true;
    for (let tries = 0; ready && tries < 600; tries++) {
      await sleep(100);
      ready = await ask('/.backstage/health/v1/readiness').then(
        ({ ok }) => ok,
        () => false,
      );
    }

    expect(ready).toBe(false);
  });

  it('is told apart from one that is not there', async () => {
    const { status, stderr } = asImageUser('health.mjs', `${await freePort()}`);

    expect(status).toBe(1);
    expect(stderr).toContain('ECONNREFUSED');
  });
});
