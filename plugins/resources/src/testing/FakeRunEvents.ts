import type { RunEventItem } from '../api/ResourcesApi';

type Body = RunEventItem extends infer T
  ? T extends unknown
    ? Omit<T, 'seq' | 'time'>
    : never
  : never;

interface Feed {
  events: RunEventItem[];
  ended: boolean;
  /** Grows whenever the connections are cut. */
  cuts: number;
  wake: Set<() => void>;
}

/** The events of runs, and those who follow them. */
export class FakeRunEvents {
  private readonly feeds = new Map<string, Feed>();

  /** Adds events, numbered and a second apart. */
  push(runId: string, ...bodies: Body[]): void {
    const feed = this.feed(runId);
    for (const body of bodies) {
      const seq = feed.events.length + 1;
      const time = new Date(Date.UTC(2026, 2, 4, 12, 0, seq)).toISOString();
      feed.events.push({ ...body, seq, time } as RunEventItem);
    }
    this.wakeAll(feed);
  }

  /** Cuts every open connection, as a restart of the portal does. */
  cut(runId: string): void {
    const feed = this.feed(runId);
    feed.cuts += 1;
    this.wakeAll(feed);
  }

  /** Says that no more events come. */
  end(runId: string): void {
    const feed = this.feed(runId);
    feed.ended = true;
    this.wakeAll(feed);
  }

  async *follow(
    runId: string,
    after: number,
    signal?: AbortSignal,
  ): AsyncGenerator<RunEventItem, void, void> {
    const feed = this.feed(runId);
    const cutsBefore = feed.cuts;
    let next = after;
    for (;;) {
      signal?.throwIfAborted();
      if (feed.cuts > cutsBefore) {
        throw new Error('The stream of run events broke off');
      }
      if (next < feed.events.length) {
        next += 1;
        yield feed.events[next - 1];
      } else if (feed.ended) {
        return;
      } else {
        await new Promise<void>(resolve => {
          feed.wake.add(resolve);
          signal?.addEventListener('abort', () => resolve(), { once: true });
        });
      }
    }
  }

  private feed(runId: string): Feed {
    const feed = this.feeds.get(runId) ?? {
      events: [],
      ended: false,
      cuts: 0,
      wake: new Set(),
    };
    this.feeds.set(runId, feed);
    return feed;
  }

  private wakeAll(feed: Feed): void {
    feed.wake.forEach(wake => wake());
    feed.wake.clear();
  }
}
