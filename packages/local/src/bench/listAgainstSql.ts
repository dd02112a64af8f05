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
const pageSql = (condition: string) => `
  SELECT id, short_id, type, name, environment, status, owner, created_by, system, region, links, run_id,
         run_operation, run_status, expires_at, created_at, updated_at
  FROM resources
  WHERE ${condition}
  ORDER BY created_at DESC, id DESC
  LIMIT 26`;
const totalSql = (condition: string) =>
  `SELECT count(*) FROM resources WHERE ${condition}`;

/** `GET /resources` against the two bare queries over a connection that is open. */
export async function listAgainstSql({
  portal,
  db,
  report,
  count,
  requests,
}: ListAgainstSqlOptions): Promise<void> {
  const { team, options } = portal;
  await seedInventory(db, count, team);
  report.heading(
    `A page of the list with ${count} resources (95th percentile)`,
  );
  const scopes = [
    // Only an admin's list has them all.
    ...(options.admin
      ? [{ who: 'an admin', mine: false, condition: 'listed' }]
      : []),
    {
      who: 'a team with a tenth of them',
      mine: true,
      condition: 'listed AND owner = ANY($1)',
    },
  ];
  for (const { who, mine, condition } of scopes) {
    const api: number[] = [];
    const sql: number[] = [];
    const values = mine ? [options.owners] : [];
    const warmUp = 20;
    for (let request = 0; request < requests + warmUp; request++) {
      const bare = await timed(async () => {
        await db.query(pageSql(condition), values);
        await db.query(totalSql(condition), values);
      });
      const page = await timed(() =>
        portal.list({ mine: mine ? 'true' : 'false', limit: 25 }),
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
    report.add({
      name: `GET /resources of ${who}`,
      value: apiTime,
      unit: 'ms',
    });
    report.add({
      name: '  bare SQL: rows and total',
      value: sqlTime,
      unit: 'ms',
    });
    report.add({
      name: '  GET /resources / bare SQL',
      value: apiTime / sqlTime,
      unit: 'x',
      atMost: mine ? undefined : 1.3,
    });
  }
}
