import { startPostgres, type Postgres } from '@terrastage/local/testing';
import createKnex, { type Knex } from 'knex';
import { mockServices } from '@backstage/backend-test-utils';
import { PostgresDatabase } from '../database/PostgresDatabase';

export interface TestDatabase {
  connection: string;
  knex: Knex;
  database: PostgresDatabase;
}

/**
 * A PostgreSQL of its own for the tests of one file, to be called outside of any `describe`, so that it stops last; each call of what it returns makes a fresh database in it,
 * with the schema.
 */
export function usePostgres(): () => Promise<TestDatabase> {
  let postgres: Postgres;
  let count = 0;
  const open: Knex[] = [];

  beforeAll(async () => {
    postgres = await startPostgres();
  }, 60_000);

  afterAll(async () => {
    await Promise.all(open.map(knex => knex.destroy()));
    await postgres.stop();
  }, 60_000);

  return async () => {
    count += 1;
    const connection = await postgres.createDatabase(`test_${count}`);
    const knex = createKnex({
      client: 'pg',
      connection,
      pool: { min: 0, max: 10 },
    });
    open.push(knex);
    const database = await PostgresDatabase.create(
      mockServices.database({ knex }),
    );
    return { connection, knex, database };
  };
}
