import type { Database } from '../database/Stores';

const DAY = 24 * 60 * 60 * 1_000;
/** Milliseconds: how long a request may be repeated with the same key. */
const IDEMPOTENCY_KEPT = 7 * DAY;

export interface CleanDatabaseOptions {
  database: Database;
  /** Milliseconds. */
  retention: number;
  now: () => Date;
}

/** Removes what nobody asks for any more and adds up what is counted. Harmless to run at any time, and more than once. */
export async function cleanDatabase(
  options: CleanDatabaseOptions,
): Promise<void> {
  const { database, retention, now } = options;
  const { runs, resources, idempotency } = database.stores;
  const before = (age: number) => new Date(now().getTime() - age);
  await runs.removeEventsOfFinished(before(retention));
  await resources.removeDrafts(before(retention));
  await resources.addCountsUp();
  await idempotency.remove(before(IDEMPOTENCY_KEPT));
}
