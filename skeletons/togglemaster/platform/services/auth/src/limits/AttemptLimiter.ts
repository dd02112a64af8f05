import { problems, type Database } from '@togglemaster/kit';

export type AttemptLimiterOptions = {
  db: Database;
  now: () => Date;
  windowSeconds: number;
};

/** Counts attempts in the database, so that all replicas count together. */
export class AttemptLimiter {
  readonly #options: AttemptLimiterOptions;

  constructor(options: AttemptLimiterOptions) {
    this.#options = options;
  }

  /** @throws Problem 429 with Retry-After once `limit` is passed */
  async hit(key: string, limit: number): Promise<void> {
    const { db, now, windowSeconds } = this.#options;
    const at = now();
    const end = new Date(at.getTime() + windowSeconds * 1000);
    const [row] = await db.query<{ count: number; window_end: Date }>(
      `INSERT INTO attempts (key, window_end, count) VALUES ($1, $2, 1)
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN attempts.window_end <= $3 THEN 1
                      ELSE attempts.count + 1 END,
         window_end = CASE WHEN attempts.window_end <= $3 THEN $2
                           ELSE attempts.window_end END
       RETURNING count, window_end`,
      [key, end, at],
    );
    if (row && row.count > limit) {
      const ms = row.window_end.getTime() - at.getTime();
      throw problems.tooManyRequests(Math.max(1, Math.ceil(ms / 1000)));
    }
  }

  async forget(key: string): Promise<void> {
    await this.#options.db.query('DELETE FROM attempts WHERE key = $1', [key]);
  }

  /** Removes windows that are over. */
  async sweep(): Promise<void> {
    await this.#options.db.query(
      'DELETE FROM attempts WHERE window_end <= $1',
      [this.#options.now()],
    );
  }
}
