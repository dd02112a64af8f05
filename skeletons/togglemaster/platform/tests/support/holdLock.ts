import { Database } from '@togglemaster/kit';
import { until } from '@togglemaster/local/testing';

export type HeldLock = {
  /** Until so many statements wait for a lock, of whomever. */
  waiting(count: number): Promise<unknown>;
  free(): Promise<void>;
};

/** Keeps what a statement locks, so that what others do comes in a known order. */
export async function holdLock(
  url: string,
  sql: string,
  values: unknown[],
): Promise<HeldLock> {
  const db = new Database({ url, name: 'test' });
  const held = Promise.withResolvers<void>();
  const end = Promise.withResolvers<void>();
  const holding = db.transaction(async tx => {
    await tx.query(sql, values);
    held.resolve();
    await end.promise;
  });
  await Promise.race([held.promise, holding]);
  return {
    waiting: count =>
      until(`${count} that wait`, async () => {
        const [row] = await db.query(
          `SELECT count(*)::int AS count FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        return (row!.count as number) >= count;
      }),
    free: async () => {
      end.resolve();
      await holding;
      await db.close();
    },
  };
}
