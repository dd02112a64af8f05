import {
  identify,
  isAllowed,
  problems,
  type App,
  type CallerVerifier,
} from '@togglemaster/kit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Place } from '../evaluate/Evaluator.ts';
import type { StreamHub } from './StreamHub.ts';
import type { StreamTickets } from './StreamTickets.ts';

export const STREAM_PATH = '/evaluate/stream';

export type StreamRouteOptions = {
  hub: StreamHub;
  tickets: StreamTickets;
  callers: CallerVerifier;
};

/** Server-sent events: something of the environment has changed. */
export function streamRoute(app: App, options: StreamRouteOptions): void {
  const { hub, tickets, callers } = options;
  app.addHook('preClose', async () => hub.close());
  app.get(
    STREAM_PATH,
    {
      // Public to the plugin: a ticket is no credential that it knows.
      config: { access: 'public' },
      schema: {
        tags: ['evaluation'],
        description: 'With a key, or with the ticket of a bulk evaluation',
        security: [{ key: [] }],
        querystring: z.strictObject({ ticket: z.string().max(500).optional() }),
      },
    },
    async (request, reply) => {
      const { ticket } = request.query;
      const place = ticket
        ? tickets.check(ticket)
        : await placeOf(request, callers);
      if (!place) throw problems.unauthorized();
      if (hub.isFull) throw problems.unavailable('The stream of changes');
      const headers = Object.entries(reply.getHeaders()) as [string, string][];
      reply.hijack();
      reply.raw.writeHead(200, {
        ...Object.fromEntries(headers),
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      reply.raw.write(':\n\n');
      hub.add(place, reply.raw);
    },
  );
}

async function placeOf(
  request: FastifyRequest,
  callers: CallerVerifier,
): Promise<Place | undefined> {
  const principal = await identify(request, callers);
  return principal?.kind === 'key' &&
    isAllowed({ scope: 'evaluate' }, principal)
    ? principal
    : undefined;
}
