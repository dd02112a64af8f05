import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  freePort,
  startPostgres,
  tempDir,
  type Postgres,
  type TempDir,
} from '@terrastage/local/testing';
import { Client } from 'pg';

jest.setTimeout(300_000);

const root = resolve(__dirname, '../../..');
const MIGRATIONS = join(root, 'plugins', 'resources-backend', 'migrations');

describe('two portals that start at the same time on a fresh database', () => {
  let postgres: Postgres;
  let folder: TempDir;
  let connection: string;
  let db: Client;
  const portals: ChildProcess[] = [];

  beforeAll(async () => {
    postgres = await startPostgres();
    folder = await tempDir('terrastage-two-starts-');
    connection = await postgres.createDatabase('terrastage');
    db = new Client(connection);
    await db.connect();
  }, 60_000);

  afterAll(async () => {
    for (const portal of portals) {
      if (portal.exitCode === null) {
        portal.kill('SIGKILL');
        await once(portal, 'exit');
      }
    }
    await db.end();
    await postgres.stop();
    await folder.remove();
  }, 60_000);

  const start = async () => {
    const [port, metricsPort] = [await freePort(), await freePort()];
    const config = join(folder.path, `app-config.${port}.json`);
    await writeFile(
      config,
      JSON.stringify({
        backend: {
          baseUrl: `http://127.0.0.1:${port}`,
          listen: { host: '127.0.0.1', port },
          // As the chart has it.
          database: {
            client: 'pg',
            pluginDivisionMode: 'schema',
            connection,
          },
        },
        // An app that was built wants some provider.
        auth: { providers: { guest: {} } },
        resources: {
          launcher: {
            process: { command: ['sleep', '600'], runsDir: folder.path },
          },
        },
      }),
    );
    const portal = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        'src/index.ts',
        '--config',
        join(root, 'app-config.yaml'),
        '--config',
        config,
      ],
      {
        cwd: join(root, 'packages', 'backend'),
        env: {
          PATH: process.env.PATH,
          NODE_ENV: 'development',
          OTEL_METRICS_EXPORTER: 'prometheus',
          OTEL_EXPORTER_PROMETHEUS_PORT: String(metricsPort),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    portals.push(portal);
    let output = '';
    portal.stdout.on('data', text => (output += text));
    portal.stderr.on('data', text => (output += text));
    while (!(await isReady(port))) {
      if (portal.exitCode !== null) throw new Error(output);
      await sleep(200);
    }
    return { metricsPort };
  };

  /** A plan that waits for somebody to decide. */
  const park = () =>
    db.query(`
      SET search_path TO resources;
      INSERT INTO bundles (digest, content, size_bytes, manifest, created_at)
      VALUES ('sha256:a', '{}', 2, '{}', now());
      INSERT INTO resources (
        id, short_id, type, name, environment, status, owner, created_by, cost_center, template_version, bundle_digest,
        inputs, tags, region, account, state_bucket, state_key, state_region, created_at, updated_at)
      VALUES ('a', 'a', 's3-bucket', 'a', 'dev', 'updating', 'group:default/payments', 'user:default/ana', 'CC-1001',
        '1.0.0', 'sha256:a', '{}', '{}', 'us-east-1', '123456789012', 'states', 'a', 'us-east-1', now(), now());
      INSERT INTO runs (
        id, resource_id, operation, status, requested_by, owner, bundle_digest, variables, created_at)
      VALUES ('a', 'a', 'apply', 'awaiting_approval', 'user:default/ana', 'group:default/payments', 'sha256:a', '{}',
        now())`);

  it('both become ready, each migration runs once, and both serve metrics', async () => {
    const [one, other] = await Promise.all([start(), start()]);

    const { rows: schemas } = await db.query<{ name: string }>(
      `SELECT table_schema AS name FROM information_schema.tables WHERE table_name = 'knex_migrations'`,
    );
    for (const { name } of schemas) {
      const { rows } = await db.query(
        `SELECT name, count(*) FROM "${name}".knex_migrations GROUP BY name HAVING count(*) > 1`,
      );
      expect(rows).toEqual([]);
    }
    const { rows: ours } = await db.query<{ name: string }>(
      'SELECT name FROM resources.knex_migrations ORDER BY name',
    );
    expect(ours.map(({ name }) => name)).toEqual(
      (await readdir(MIGRATIONS)).sort(),
    );
    expect(schemas.length).toBeGreaterThan(4);

    await park();
    for (const { metricsPort } of [one, other]) {
      const metrics = await fetch(`http://localhost:${metricsPort}/metrics`);
      const text = await metrics.text();
      expect(text).toContain(
        'terrastage_runs_active{operation="apply",status="awaiting_approval"} 1',
      );
      // Backstage's own.
      expect(text).toContain('\ncatalog_');
    }
  });
});

async function isReady(port: number): Promise<boolean> {
  try {
    const { ok } = await fetch(
      `http://127.0.0.1:${port}/.backstage/health/v1/readiness`,
    );
    return ok;
  } catch {
    return false;
  }
}
