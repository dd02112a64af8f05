import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';

/**
 * Fills the inventory with `count` active resources over all types, environments and owners. A tenth of them
 * is `team`'s (an entity ref).
 */
export async function seedInventory(
  db: Client,
  count: number,
  team: string,
): Promise<void> {
  await db.query(
    `INSERT INTO bundles (digest, content, size_bytes, manifest, created_at)
     VALUES ('sha256:bench', '{"files":[]}', 12, '{}', now())
     ON CONFLICT DO NOTHING`,
  );
  await db.query(
    `INSERT INTO resources (
       id, short_id, type, name, environment, status, owner, created_by, cost_center, template_version,
       bundle_digest, inputs, tags, region, account, state_bucket, state_key, state_region, created_at, updated_at)
     SELECT
       'bench-' || n, 'b' || n,
       (ARRAY['s3-bucket', 'vpc', 'ec2-instance', 'rds-database'])[1 + n % 4],
       'bench-' || md5(n::text),
       (ARRAY['dev', 'staging', 'prod'])[1 + n % 3],
       'active',
       CASE WHEN n % 10 = 0 THEN $2 ELSE 'group:default/team-' || n % 97 END,
       'user:default/bench', 'CC-1001', '1.0.0', 'sha256:bench', '{}', '{}', 'us-east-1', '123456789012',
       'terrastage-state-dev', 'bench/' || n, 'us-east-1',
       now() - n * interval '1 minute', now() - n * interval '1 minute'
     FROM generate_series(1, $1::int) AS n`,
    [count, team],
  );
  await vacuum(db);
}

/** As autovacuum leaves a table behind: until the oldest snapshot has gone, VACUUM can mark no page as visible. */
async function vacuum(db: Client): Promise<void> {
  for (let attempt = 0; attempt < 30; attempt++) {
    await db.query('VACUUM ANALYZE resources');
    const { rows } = await db.query<{ visible: boolean }>(
      `SELECT relallvisible >= 0.9 * relpages AS visible FROM pg_class WHERE relname = 'resources'`,
    );
    if (rows[0]?.visible) return;
    await sleep(500);
  }
}
