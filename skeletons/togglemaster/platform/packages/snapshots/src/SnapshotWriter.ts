import type { Redis } from 'ioredis';
import type { ChangeMessage } from './ChangeMessage.ts';
import {
  CHANNEL,
  entriesKey,
  ENVIRONMENTS_KEY,
  memberOf,
  versionKey,
  type EnvironmentRef,
  type Source,
} from './keys.ts';

/** JSON by entry key; nothing removes the entry. */
export type Entries = Map<string, string | undefined>;

export type Patch = EnvironmentRef & {
  from: number;
  version: number;
  entries: Entries;
};

/**
 * `gap`: Redis is not at `from`, so the whole has to be written;
 * `known`: it is at `version` already.
 */
export type PatchResult = 'written' | 'known' | 'gap';

const PATCH = `
  local current = tonumber(redis.call('GET', KEYS[1]) or '0')
  local from, version = tonumber(ARGV[1]), tonumber(ARGV[2])
  if current == version then return 'known' end
  if current ~= from then return 'gap' end
  for i = 4, #ARGV, 2 do
    if ARGV[i + 1] == '' then redis.call('HDEL', KEYS[2], ARGV[i])
    else redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 1]) end
  end
  redis.call('SET', KEYS[1], ARGV[2])
  return 'written'`;

const MAX_NAMED_KEYS = 500;
const CHUNK = 1000;

/** Puts one half of each environment into Redis and tells who listens. */
export class SnapshotWriter {
  readonly #redis: Redis;
  readonly #source: Source;

  constructor(redis: Redis, source: Source) {
    this.#redis = redis;
    this.#source = source;
  }

  async patch(patch: Patch): Promise<PatchResult> {
    const keys = [...patch.entries.keys()];
    const result = (await this.#redis.eval(
      PATCH,
      2,
      versionKey(this.#source, patch),
      entriesKey(this.#source, patch),
      patch.from,
      patch.version,
      '',
      ...keys.flatMap(key => [key, patch.entries.get(key) ?? '']),
    )) as PatchResult;
    if (result === 'written') {
      await this.#announce(
        patch,
        keys.length <= MAX_NAMED_KEYS ? keys : undefined,
      );
    }
    return result;
  }

  /** Writes a half anew, whatever Redis has: it is the database that is right. */
  async replace(ref: EnvironmentRef, version: number, entries: Entries) {
    const target = entriesKey(this.#source, ref);
    const transaction = this.#redis.multi().del(target);
    const pairs = [...entries].filter(([, json]) => json !== undefined);
    for (let i = 0; i < pairs.length; i += CHUNK) {
      transaction.hset(
        target,
        ...(pairs.slice(i, i + CHUNK).flat() as string[]),
      );
    }
    await transaction.set(versionKey(this.#source, ref), version).exec();
    await this.#announce({ ...ref, from: -1, version });
  }

  /** Versions in Redis, 0 for what is not there. */
  async versions(refs: EnvironmentRef[]): Promise<number[]> {
    if (refs.length === 0) return [];
    const pipeline = this.#redis.pipeline();
    for (const ref of refs) pipeline.get(versionKey(this.#source, ref));
    const answers = (await pipeline.exec()) ?? [];
    return answers.map(([error, value]) => {
      if (error) throw error;
      return Number(value ?? 0);
    });
  }

  async #announce(
    { project, environment, from, version }: Omit<Patch, 'entries'>,
    keys?: string[],
  ) {
    const message: ChangeMessage = {
      source: this.#source,
      project,
      environment,
      from,
      version,
      ...(keys ? { keys } : {}),
    };
    const member = memberOf({ project, environment });
    await this.#redis.sadd(ENVIRONMENTS_KEY, member);
    await this.#redis.publish(CHANNEL, JSON.stringify(message));
  }
}
