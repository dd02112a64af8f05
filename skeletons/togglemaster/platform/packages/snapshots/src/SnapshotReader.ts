import type { Redis } from 'ioredis';
import {
  entriesKey,
  ENVIRONMENTS_KEY,
  refOf,
  versionKey,
  type EnvironmentRef,
  type Source,
} from './keys.ts';

export type Half = {
  version: number;
  entries: Map<string, string | undefined>;
};

/** Reads environments; version and entries always belong together. */
export class SnapshotReader {
  readonly #redis: Redis;

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  async environments(): Promise<EnvironmentRef[]> {
    return (await this.#redis.smembers(ENVIRONMENTS_KEY)).map(refOf);
  }

  /** Of a half of each environment; 0 where Redis has nothing. */
  async versions(source: Source, refs: EnvironmentRef[]): Promise<number[]> {
    if (refs.length === 0) return [];
    const keys = refs.map(ref => versionKey(source, ref));
    const pipeline = this.#redis.pipeline();
    for (const key of keys) pipeline.get(key);
    const answers = (await pipeline.exec()) ?? [];
    return answers.map(([error, value]) => {
      if (error) throw error;
      return Number(value ?? 0);
    });
  }

  async whole(source: Source, ref: EnvironmentRef): Promise<Half> {
    const [version, entries] = await this.#together(
      this.#redis
        .multi()
        .get(versionKey(source, ref))
        .hgetall(entriesKey(source, ref)),
    );
    return {
      version: Number(version ?? 0),
      entries: new Map(Object.entries(entries as Record<string, string>)),
    };
  }

  /** Entries that are gone are there as undefined. */
  async some(
    source: Source,
    ref: EnvironmentRef,
    keys: string[],
  ): Promise<Half> {
    if (keys.length === 0) {
      const [only] = await this.versions(source, [ref]);
      return { version: only ?? 0, entries: new Map() };
    }
    const [version, values] = await this.#together(
      this.#redis
        .multi()
        .get(versionKey(source, ref))
        .hmget(entriesKey(source, ref), ...keys),
    );
    const found = values as (string | null)[];
    return {
      version: Number(version ?? 0),
      entries: new Map(keys.map((key, i) => [key, found[i] ?? undefined])),
    };
  }

  async #together(transaction: ReturnType<Redis['multi']>) {
    const answers = (await transaction.exec()) ?? [];
    return answers.map(([error, value]) => {
      if (error) throw error;
      return value;
    });
  }
}
