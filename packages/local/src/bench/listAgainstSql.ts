import type { Client } from 'pg';
import type { BenchPortal } from './BenchPortal';
import type { Report } from './Report';
import { seedInventory } from './seedInventory';
import { percentile } from './statistics';
import { timed } from './stopwatch';

export type ListAgainstSqlOptions = {
  portal: BenchPortal;
  db: Client;
  report: Report;
  count: number;
  requests: number;
};

/** The rows and the total that a page shows, with what the API needs of each row, and nothing around it. */
const PAGE = `
  SELECT id, short_id, type, name, environment, status, owner, created_by, system, region, links, run_id,
         run_operation, run_status, expires_at, created_at, updated_at
  FROM resources
  WHERE listed AND owner = ANY($1)
  ORDER BY created_at DESC, id DESC
  LIMIT 26`;
const TOTAL = `SELECT count(*) FROM resources WHERE listed AND owner = ANY($1)`;
const OWNERS = ['user:default/ana', 'group:default/payments'];

/** `GET /resources` of one team among many, against the two bare queries over a connection that is open. */
export async function listAgainstSql({
  portal,
  db,
  report,
  count,
  requests,
}: ListAgainstSqlOptions): Promise<void> {
  await seedInventory(db, count);
  const api: number[] = [];
  const sql: number[] = [];
  const warmUp = 20;
  for (let request = 0; request < requests + warmUp; request++) {
    const bare = await timed(async () => {
      await db.query(PAGE, [OWNERS]);
      await db.query(TOTAL, [OWNERS]);
    });
    const page = await timed(() =>
      portal.list(new URLSearchParams({ mine: 'true', limit: '25' })),
    );
    if (page.value.total < count / 10) {
      throw new Error(`The list has only ${page.value.total} resources`);
    }
    if (request < warmUp) continue;
    sql.push(bare.seconds * 1000);
    api.push(page.seconds * 1000);
  }

  const apiTime = percentile(api, 0.95);
  const sqlTime = percentile(sql, 0.95);
  report.heading(
    `A page of the list with ${count} resources (95th percentile)`,
  );
  report.add({ name: 'GET /resources', value: apiTime, unit: 'ms' });
  report.add({ name: 'bare SQL: rows and total', value: sqlTime, unit: 'ms' });
  report.add({
    name: 'GET /resources / bare SQL',
    value: apiTime / sqlTime,
    unit: 'x',
    atMost: 1.3,
  });
}
