import { Loop, type Database, type Queryable } from '@togglemaster/kit';
import {
  memberOf,
  type Entries,
  type EnvironmentRef,
  type SnapshotWriter,
} from '@togglemaster/snapshots';

export type OutboxPublisherOptions = {
  db: Database;
  writer: SnapshotWriter;
  /** The named entries of an environment as JSON, or all of them. */
  load(tx: Queryable, ref: EnvironmentRef, keys?: string[]): Promise<Entries>;
  onError(error: unknown): void;
  /** Default: 250 ms, for what other replicas have written. */
  pollMs?: number;
  /** How often Redis is compared with the database. Default: 5 s. */
  compareMs?: number;
  now: () => Date;
};

type Position = EnvironmentRef & { version: number; published: number };

/** Any number, another one than that of the migrations. */
const LOCK = 7_102_002;
const RETRY_MS = 500;
const SERIALIZATION_FAILURE = '40001';

/**
 * Brings to Redis what the outbox names. Of several replicas one at a time does
 * it. A Redis that was emptied or is behind is filled from the database.
 */
export class OutboxPublisher {
  readonly #options: OutboxPublisherOptions;
  readonly #loop: Loop;
  #comparedAt = 0;

  constructor(options: OutboxPublisherOptions) {
    this.#options = options;
    this.#loop = new Loop({
      turn: () => this.turn(),
      failed: error => this.#failed(error),
    });
  }

  start(): void {
    this.#loop.start();
  }

  /** To be called after a commit. */
  wake(): void {
    this.#loop.wake();
  }

  async stop(): Promise<void> {
    await this.#loop.stop();
  }

  /** @returns milliseconds until the next turn */
  async turn(): Promise<number> {
    const { db, pollMs = 250, compareMs = 5_000, now } = this.#options;
    const compare = now().getTime() - this.#comparedAt >= compareMs;
    await db.transaction(
      async tx => {
        const [lock] = await tx.query<{ locked: boolean }>(
          'SELECT pg_try_advisory_xact_lock($1) AS locked',
          [LOCK],
        );
        if (!lock?.locked) return;
        await this.#drain(tx);
        if (compare) await this.#compare(tx);
      },
      // Versions, entries and outbox have to be of one moment.
      { frozen: true },
    );
    if (compare) this.#comparedAt = now().getTime();
    return pollMs;
  }

  async #drain(tx: Queryable): Promise<void> {
    const rows = await tx.query<
      EnvironmentRef & { id: string; keys: string[] }
    >(
      'SELECT id, project, environment, keys FROM outbox ORDER BY id LIMIT 1000',
    );
    if (rows.length === 0) return;
    const positions = await positionsIn(tx);
    for (const [member, list] of Map.groupBy(rows, memberOf)) {
      const position = positions.get(member);
      if (!position) continue;
      // All rows up to the version are here unless the limit cut some off.
      const keys =
        rows.length < 1000
          ? [...new Set(list.flatMap(row => row.keys))]
          : undefined;
      await this.#publish(tx, position, keys);
    }
    await tx.query('DELETE FROM outbox WHERE id = ANY($1)', [
      rows.map(row => row.id),
    ]);
  }

  async #compare(tx: Queryable): Promise<void> {
    const positions = [...(await positionsIn(tx)).values()];
    const versions = await this.#options.writer.versions(positions);
    for (const [i, position] of positions.entries()) {
      if (versions[i] !== position.version) await this.#publish(tx, position);
    }
  }

  async #publish(tx: Queryable, position: Position, keys?: string[]) {
    const { writer, load } = this.#options;
    const { published: from, version } = position;
    const result = keys
      ? await writer.patch({
          ...position,
          from,
          entries: complete(keys, await load(tx, position, keys)),
        })
      : 'gap';
    if (result === 'gap') {
      await writer.replace(position, version, await load(tx, position));
    }
    await tx.query(
      `INSERT INTO published_versions (project, environment, version)
       VALUES ($1, $2, $3)
       ON CONFLICT (project, environment) DO UPDATE SET version = $3`,
      [position.project, position.environment, version],
    );
  }

  #failed(error: unknown): number {
    if ((error as { code?: string }).code === SERIALIZATION_FAILURE) return 5;
    this.#options.onError(error);
    return RETRY_MS;
  }
}

/** What was not loaded is gone. */
function complete(keys: string[], loaded: Entries): Entries {
  return new Map(keys.map(key => [key, loaded.get(key)]));
}

async function positionsIn(tx: Queryable): Promise<Map<string, Position>> {
  const rows = await tx.query(
    `SELECT v.project, v.environment, v.version, p.version AS published
     FROM environment_versions v
     LEFT JOIN published_versions p USING (project, environment)`,
  );
  return new Map(
    rows.map(row => {
      const position: Position = {
        project: row.project as string,
        environment: row.environment as string,
        version: Number(row.version),
        published: Number(row.published ?? 0),
      };
      return [memberOf(position), position];
    }),
  );
}
