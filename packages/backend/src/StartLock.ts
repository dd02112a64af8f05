import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { Client, type ClientConfig } from 'pg';
import { parse } from 'pg-connection-string';

/** Any number of our own will do; the portals of one database share it. */
const LOCK = 7_274_615_002;
/** Milliseconds. */
const PAUSE = 250;
/** How often it is asked for: five minutes, in which a start comes to its end or never does. */
const TRIES = 1_200;

export interface StartLockOptions {
  /** `backend.database`. */
  config: Config;
  logger: LoggerService;
  /** Default: as many as five minutes take. */
  tries?: number;
}

/**
 * Lets portals of one database start one after the other: plugins make their schemas and tables at the start, and two
 * that do it at once are in each other's way. PostgreSQL lets go of it when the portal ends, however that happens.
 */
export class StartLock {
  private client?: Client;

  constructor(private readonly options: StartLockOptions) {}

  /** Waits for its turn. Without the database there is none to wait for: the plugins say what is wrong with it. */
  async take(): Promise<void> {
    const { config, logger, tries = TRIES } = this.options;
    const connection = lockConnection(config);
    if (!connection) {
      return;
    }
    const client = new Client(connection);
    client.on('error', error =>
      logger.warn('The lock of the start was lost', error),
    );
    try {
      await client.connect();
      for (let tried = 1; !(await tryLock(client)); tried += 1) {
        if (tried === 1) {
          logger.info('Another portal starts on this database: waiting for it');
        }
        if (tried >= tries) {
          throw new Error('The other portal does not finish its start');
        }
        await sleep(PAUSE);
      }
      this.client = client;
    } catch (error) {
      logger.warn(
        'Portals that start at the same time are not kept apart',
        error as Error,
      );
      await client.end().catch(() => undefined);
    }
  }

  async release(): Promise<void> {
    await this.client?.end();
    this.client = undefined;
  }
}

/** Not the statement that waits by itself: migrations that make indices CONCURRENTLY wait for every statement under way. */
async function tryLock(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>(
    'SELECT pg_try_advisory_lock($1) AS free',
    [LOCK],
  );
  return rows[0].free;
}

/**
 * Where the lock is: a database that is there before any plugin has made its own. Undefined where there is no
 * PostgreSQL, or one whose passwords Backstage gets from a cloud.
 */
export function lockConnection(config: Config): ClientConfig | undefined {
  const connection = config.getOptional<string | ClientConfig>('connection');
  if (config.getOptionalString('client') !== 'pg' || !connection) {
    return undefined;
  }
  const settings = (
    typeof connection === 'string' ? parse(connection) : connection
  ) as ClientConfig & { type?: string };
  const { type, ...rest } = settings;
  if (type && type !== 'default') {
    return undefined;
  }
  const schemas = config.getOptionalString('pluginDivisionMode') === 'schema';
  const database = (schemas && rest.database) || 'postgres';
  return {
    ...rest,
    database,
    application_name: 'terrastage-start',
    connectionTimeoutMillis: 30_000,
  };
}
