import type { Client } from 'pg';
import { FIVE_TEAMS } from './benchPeople';
import type { BenchPortal } from './BenchPortal';
import type { Report } from './Report';
import { seedInventory } from './seedInventory';
import { median, medianRatio } from './statistics';
import { timed } from './stopwatch';

export type ListWithPermissionsOptions = {
  /** Whose list is not filtered. */
  admin: BenchPortal;
  /** Who is in the five teams. */
  developer: BenchPortal;
  db: Client;
  report: Report;
  count: number;
  rounds: number;
};

/** The largest page that the API gives. */
const PAGE = 200;

/** The list of everything as the policy filters it for a developer, against the same without a filter. */
export async function listWithPermissions(
  options: ListWithPermissionsOptions,
): Promise<void> {
  const { admin, developer, db, report, count, rounds } = options;
  await seedInventory(db, count, FIVE_TEAMS[0]);
  await db.query(
    // A cursor leads on from an id as the portal gives it.
    `UPDATE resources
     SET owner = ($1::text[])[1 + substr(short_id, 2)::int % 5], id = gen_random_uuid()::text
     WHERE created_by = 'user:default/bench'`,
    [FIVE_TEAMS],
  );
  await db.query('VACUUM ANALYZE resources');
  report.heading(
    `The list of ${count} resources, by a developer of five teams`,
  );

  const pages: Array<[string, (portal: BenchPortal) => Promise<number>]> = [
    ['a page of 25', async portal => (await portal.list({ limit: 25 })).total],
    [`all of it, in pages of ${PAGE}`, walk],
  ];
  for (const [what, ask] of pages) {
    const filtered: number[] = [];
    const unfiltered: number[] = [];
    for (let round = -2; round < rounds; round++) {
      const mine = await timed(() => ask(developer));
      const all = await timed(() => ask(admin));
      if (mine.value !== count || all.value < count) {
        throw new Error(
          `The lists have ${mine.value} and ${all.value} resources`,
        );
      }
      if (round < 0) continue;
      filtered.push(mine.seconds * 1000);
      unfiltered.push(all.seconds * 1000);
    }
    report.add({ name: what, value: median(filtered), unit: 'ms' });
    report.add({
      name: '  the same as an admin, without a filter',
      value: median(unfiltered),
      unit: 'ms',
    });
    report.add({
      name: '  filtered / unfiltered',
      value: medianRatio(filtered, unfiltered),
      unit: 'x',
      atMost: 1.3,
    });
  }
  await db.query(
    `DELETE FROM resources WHERE created_by = 'user:default/bench'`,
  );
}

/** @returns how many resources the list has, from its first page to its last. */
async function walk(portal: BenchPortal): Promise<number> {
  let seen = 0;
  let cursor: string | undefined;
  do {
    const page = await portal.list({ limit: PAGE, cursor });
    seen += page.items.length;
    cursor = page.nextCursor;
  } while (cursor);
  return seen;
}
