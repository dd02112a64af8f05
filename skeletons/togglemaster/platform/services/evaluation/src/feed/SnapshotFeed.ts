import { Loop } from '@togglemaster/kit';
import {
  CHANNEL,
  changeMessage,
  memberOf,
  SOURCES,
  type ChangeMessage,
  type EnvironmentRef,
  type Half,
  type SnapshotReader,
  type Source,
} from '@togglemaster/snapshots';
import type { Redis } from 'ioredis';
import type { Environments } from '../environments/Environments.ts';
import { toFlagChanges, toTargetingChanges } from './toChanges.ts';

export type SnapshotFeedOptions = {
  reader: SnapshotReader;
  /** A connection of its own: it can do nothing but listen. */
  subscriber: Redis;
  environments: Environments;
  compareMs: number;
  onFault: (entry: string, error: unknown) => void;
  onError: (error: unknown) => void;
};

const RETRY_MS = 500;

/**
 * Keeps the environments as Redis has them: by messages, which arrive at most
 * once, and by comparing versions from time to time. What Redis has lost is
 * kept until it is back.
 */
export class SnapshotFeed {
  readonly #options: SnapshotFeedOptions;
  readonly #loop: Loop;
  readonly #queues = new Map<string, Promise<void>>();

  constructor(options: SnapshotFeedOptions) {
    this.#options = options;
    this.#loop = new Loop({
      turn: () => this.#compare(),
      failed: error => {
        options.onError(error);
        return RETRY_MS;
      },
    });
  }

  start(): void {
    const { subscriber, environments, onError } = this.#options;
    const listen = () => {
      subscriber.subscribe(CHANNEL).then(() => {
        environments.setConnected(true);
        // What was published before we listened is found by comparing.
        this.#loop.start();
        this.#loop.wake();
      }, onError);
    };
    subscriber.on('ready', listen);
    subscriber.on('close', () => environments.setConnected(false));
    subscriber.on('message', (_channel, text) => this.#receive(text));
    if (subscriber.status === 'ready') listen();
  }

  async stop(): Promise<void> {
    await this.#loop.stop();
    await Promise.all(this.#queues.values());
  }

  #receive(text: string): void {
    const parsed = changeMessage.safeParse(JSON.parse(text));
    if (!parsed.success) {
      this.#options.onError(parsed.error);
      return;
    }
    const message = parsed.data;
    this.#inLine(message, () => this.#follow(message)).catch(error => {
      this.#options.onError(error);
      this.#loop.wake();
    });
  }

  async #follow(message: ChangeMessage): Promise<void> {
    const { reader, environments } = this.#options;
    const { source, version, from, keys } = message;
    const local = environments.view(message).versions[source];
    if (local === version) return;
    if (keys && local === from) {
      const half = await reader.some(source, message, keys);
      // Another version came in between: its keys are not among these.
      if (half.version === version) {
        return this.#take(source, message, half, false);
      }
    }
    return this.#take(
      source,
      message,
      await reader.whole(source, message),
      true,
    );
  }

  async #compare(): Promise<number> {
    const { reader, environments, compareMs } = this.#options;
    const refs = await reader.environments();
    const known = new Set(refs.map(memberOf));
    const lost: EnvironmentRef[] = [...environments.entries()]
      .map(([project, environment]) => ({ project, environment }))
      .filter(ref => !known.has(memberOf(ref)));
    for (const source of SOURCES) {
      const versions = await reader.versions(source, refs);
      for (const [i, ref] of refs.entries()) {
        const version = versions[i] ?? 0;
        const local = environments.view(ref).versions[source];
        if (version === 0 && local > 0) lost.push(ref);
        else if (version !== local) {
          await this.#inLine(ref, async () =>
            this.#take(source, ref, await reader.whole(source, ref), true),
          );
        }
      }
    }
    environments.confirm(lost);
    return lost.length > 0 ? RETRY_MS : compareMs;
  }

  async #take(
    source: Source,
    { project, environment }: EnvironmentRef,
    { version, entries }: Half,
    whole: boolean,
  ): Promise<void> {
    const ref = { project, environment };
    const { environments, onFault } = this.#options;
    if (version === 0) return;
    let { snapshot } = environments.view(ref);
    if (source === 'flags') {
      const changes = await toFlagChanges(entries, onFault);
      snapshot = snapshot.withFlags(changes, whole);
    } else {
      const changes = await toTargetingChanges(entries, onFault);
      snapshot = snapshot
        .withRules(changes.rules, whole)
        .withSegments(changes.segments, whole);
    }
    const { versions } = environments.view(ref);
    environments.swap(ref, {
      snapshot,
      versions: { ...versions, [source]: version },
    });
  }

  /** One change of an environment after the other. */
  #inLine(ref: EnvironmentRef, work: () => Promise<void>): Promise<void> {
    const member = memberOf(ref);
    const before = this.#queues.get(member) ?? Promise.resolve();
    const after = before.then(work);
    const settled = after.catch(() => undefined);
    this.#queues.set(member, settled);
    return after;
  }
}
