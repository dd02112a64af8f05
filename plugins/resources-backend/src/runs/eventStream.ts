import { once } from 'node:events';
import type { RunEventsPage } from '@terrastage/plugin-resources-common';
import type { Response } from 'express';
import { Bell } from '../loops/Bell';

export interface EventStreamOptions {
  /** The first page was read already, so that a refusal is an ordinary answer. */
  first: RunEventsPage & { status: string };
  after: number;
  read: (after: number) => Promise<RunEventsPage & { status: string }>;
  /** Calls back when there may be more; returns what ends that. */
  onChange: (listener: () => void) => () => void;
  /** Milliseconds after which it looks without being told, for what another portal did. */
  pollInterval: number;
  /** Milliseconds between signs of life, for proxies that cut what is silent. */
  keepAlive: number;
  /** Ends all streams: the portal stops. */
  stopped: AbortSignal;
}

/**
 * Sends the events of a run as `text/event-stream` until the run is over, which `event: end` says with its status.
 * Each event has its `seq` as id, so that a client that comes back goes on behind it.
 */
export async function sendEventStream(
  response: Response,
  options: EventStreamOptions,
): Promise<void> {
  const closed = new AbortController();
  response.on('close', () => closed.abort());
  const over = AbortSignal.any([closed.signal, options.stopped]);
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    // no-transform: compression would hold events back until it has a block full.
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  const send = async (text: string) => {
    if (!response.write(text)) {
      await once(response, 'drain', { signal: over });
    }
  };
  const bell = new Bell();
  const unsubscribe = options.onChange(() => bell.ring());
  try {
    let { after, first: page } = options;
    let quietSince = performance.now();
    for (;;) {
      for (const event of page.items) {
        await send(`id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`);
        after = event.seq;
        quietSince = performance.now();
      }
      if (page.end) {
        await send(
          `event: end\ndata: ${JSON.stringify({ status: page.status })}\n\n`,
        );
        break;
      }
      if (page.items.length === 0) {
        if (performance.now() - quietSince >= options.keepAlive) {
          await send(': still here\n\n');
          quietSince = performance.now();
        }
        await bell.wait(options.pollInterval, over);
        over.throwIfAborted();
      }
      page = await options.read(after);
    }
  } catch (error) {
    if (!over.aborted) {
      throw error;
    }
  } finally {
    unsubscribe();
    response.end();
  }
}
