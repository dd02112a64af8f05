import { memberOf, type EnvironmentRef } from '@togglemaster/snapshots';
import type { ServerResponse } from 'node:http';

export type StreamHubOptions = {
  maxStreams: number;
  /** A comment goes out so often, to keep proxies from closing the stream. */
  heartbeatMs: number;
};

/** Open event streams by environment. */
export class StreamHub {
  readonly #options: StreamHubOptions;
  readonly #streams = new Map<string, Set<ServerResponse>>();
  readonly #heartbeat: NodeJS.Timeout;
  #count = 0;

  constructor(options: StreamHubOptions) {
    this.#options = options;
    this.#heartbeat = setInterval(
      () => this.#write([...this.#streams.values()], ':\n\n'),
      options.heartbeatMs,
    );
    this.#heartbeat.unref();
  }

  get count(): number {
    return this.#count;
  }

  get isFull(): boolean {
    return this.#count >= this.#options.maxStreams;
  }

  add(ref: EnvironmentRef, stream: ServerResponse): void {
    const member = memberOf(ref);
    const streams = this.#streams.get(member) ?? new Set();
    this.#streams.set(member, streams.add(stream));
    this.#count += 1;
    stream.once('close', () => {
      streams.delete(stream);
      this.#count -= 1;
    });
  }

  /** Tells everyone of an environment to evaluate again. */
  changed(ref: EnvironmentRef, at: Date): void {
    const streams = this.#streams.get(memberOf(ref));
    if (!streams) return;
    const data = JSON.stringify({
      type: 'refetchEvaluation',
      lastModified: at.toISOString(),
    });
    this.#write([streams], `data: ${data}\n\n`);
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const streams of this.#streams.values()) {
      for (const stream of streams) stream.end();
    }
  }

  /** One that does not read is closed rather than buffered for. */
  #write(groups: Iterable<Set<ServerResponse>>, text: string) {
    for (const streams of groups) {
      for (const stream of streams) {
        if (!stream.write(text) && stream.writableLength > 65_536) {
          stream.destroy();
        }
      }
    }
  }
}
