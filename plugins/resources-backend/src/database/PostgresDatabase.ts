import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { DatabaseBundleStore } from '../bundles/DatabaseBundleStore';
import { DatabaseQueueStore } from '../dispatcher/DatabaseQueueStore';
import { DatabaseResourceStore } from '../inventory/DatabaseResourceStore';
import { DatabaseAttemptStore } from '../runs/DatabaseAttemptStore';
import { DatabaseIdempotencyStore } from '../runs/DatabaseIdempotencyStore';
import { DatabaseRunEventStore } from '../runs/DatabaseRunEventStore';
import { DatabaseRunStore } from '../runs/DatabaseRunStore';
import { DatabaseSkeletonStore } from '../skeletons/DatabaseSkeletonStore';
import { DatabaseSupervisionStore } from '../supervisor/DatabaseSupervisionStore';
import type { Database, Stores } from './Stores';

/** PostgreSQL, for its partial indexes and `SKIP LOCKED`. */
export class PostgresDatabase implements Database {
  readonly stores: Stores;

  /**
   * Brings the schema up to date.
   *
   * @throws Error when the database is not PostgreSQL.
   */
  static async create(service: DatabaseService): Promise<PostgresDatabase> {
    const knex = await service.getClient();
    const { client } = knex.client.config;
    if (client !== 'pg') {
      throw new Error(
        `The resources plugin needs PostgreSQL: backend.database.client is '${client}', set it to 'pg'`,
      );
    }
    if (!service.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@terrastage/plugin-resources-backend',
          'migrations',
        ),
      });
    }
    return new PostgresDatabase(knex);
  }

  constructor(private readonly knex: Knex) {
    this.stores = storesOf(knex);
  }

  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    return this.knex.transaction(transaction => work(storesOf(transaction)));
  }
}

function storesOf(knex: Knex): Stores {
  return {
    bundles: new DatabaseBundleStore(knex),
    skeletons: new DatabaseSkeletonStore(knex),
    resources: new DatabaseResourceStore(knex),
    runs: new DatabaseRunStore(knex),
    attempts: new DatabaseAttemptStore(knex),
    events: new DatabaseRunEventStore(knex),
    idempotency: new DatabaseIdempotencyStore(knex),
    queue: new DatabaseQueueStore(knex),
    supervision: new DatabaseSupervisionStore(knex),
  };
}
