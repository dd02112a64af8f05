import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { problems } from '../http/problems.ts';
import { isConnectionError } from './isConnectionError.ts';
import { isDeadlock } from './isDeadlock.ts';

export type Row = Record<string, unknown>;

/** What runs SQL: the database, or one transaction of it. */
export type Queryable = {
  query<T extends Row = Row>(sql: string, values?: unknown[]): Promise<T[]>;
};

const CONNECT_MS = 3_000;
const STATEMENT_MS = 15_000;
/** PostgreSQL takes a second to find a deadlock: more would outlast the caller. */
const ATTEMPTS = 3;
const PAUSE_MS = 100;

/** PostgreSQL. While it is away, everything here throws Problem 503. */
export class Database implements Queryable {
  readonly #pool: pg.Pool;

  constructor(options: { url: string; pool?: number; name?: string }) {
    this.#pool = new pg.Pool({
      connectionString: options.url,
      max: options.pool ?? 10,
      application_name: options.name,
      connectionTimeoutMillis: CONNECT_MS,
      statement_timeout: STATEMENT_MS,
      keepAlive: true,
    });
    // A server that ends closes idle connections: the pool opens others.
    this.#pool.on('error', () => undefined);
  }

  async query<T extends Row = Row>(
    sql: string,
    values: unknown[] = [],
  ): Promise<T[]> {
    return guard(async () => (await this.#pool.query<T>(sql, values)).rows);
  }

  /**
   * Commits what `work` did, or nothing of it when it throws. With `frozen` all
   * its statements see the database as of the first one. After a deadlock `work`
   * runs again: what it does outside of the transaction has to bear that.
   *
   * @throws Problem 503 when it ends in a deadlock each time
   */
  async transaction<T>(
    work: (tx: Queryable) => Promise<T>,
    options: { frozen?: boolean } = {},
  ): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(work, options);
      } catch (error) {
        if (!isDeadlock(error)) throw error;
        if (attempt === ATTEMPTS) throw problems.busy(error);
        await sleep(Math.random() * PAUSE_MS);
      }
    }
  }

  /** @throws Problem 503 when the database does not answer */
  async ping(): Promise<void> {
    await this.query('SELECT 1');
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #attempt<T>(
    work: (tx: Queryable) => Promise<T>,
    options: { frozen?: boolean },
  ): Promise<T> {
    return guard(async () => {
      const client = await this.#pool.connect();
      // Without a listener a connection lost in here would end the process.
      const lost = () => undefined;
      client.on('error', lost);
      let failure: Error | undefined;
      try {
        await client.query(
          options.frozen ? 'BEGIN ISOLATION LEVEL REPEATABLE READ' : 'BEGIN',
        );
        const result = await work({
          query: async (sql, values = []) =>
            (await client.query(sql, values)).rows,
        });
        await client.query('COMMIT');
        return result;
      } catch (error) {
        failure = error as Error;
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      } finally {
        client.off('error', lost);
        client.release(isConnectionError(failure) ? failure : undefined);
      }
    });
  }
}

async function guard<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isConnectionError(error)) {
      throw problems.unavailable('The database', error);
    }
    throw error;
  }
}
