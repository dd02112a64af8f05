import type { AuditorService } from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { CallerService } from '../access/CallerService';
import { audited } from '../http/audited';
import { isId } from '../http/isId';
import { parse } from '../http/parse';
import { ResourceNotFoundError } from '../inventory/ResourceNotFoundError';
import type { ChangeHub } from './ChangeHub';
import { sendEventStream } from './eventStream';
import { RunNotFoundError, type RunService } from './RunService';

const POLL_INTERVAL = 1_000;
const KEEP_ALIVE = 15_000;

const afterSchema = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number from 0')
    .transform(Number)
    .optional(),
});

export interface RunsRouterOptions {
  callers: CallerService;
  runs: RunService;
  hub: ChangeHub;
  auditor: AuditorService;
  /** Aborts when the portal stops. */
  stopped: AbortSignal;
}

/** `/resources/{id}/runs` and `/runs`. */
export function runsRouter(options: RunsRouterOptions): Router {
  const { callers, runs, hub, auditor, stopped } = options;
  const router = PromiseRouter();

  router.get('/resources/:id/runs', async (request, response) => {
    const caller = await callers.ofRequest(request);
    if (!isId(request.params.id)) {
      throw new ResourceNotFoundError();
    }
    response.json(await runs.listOfResource(request.params.id, caller));
  });

  router.get('/runs/:id', async (request, response) => {
    const caller = await callers.ofRequest(request);
    response.json(await runs.get(runId(request), caller));
  });

  router.get('/runs/:id/events', async (request, response) => {
    const caller = await callers.ofRequest(request);
    const id = runId(request);
    const after = readAfter(request);
    const { status, ...page } = await runs.listEvents(id, after, caller);
    if (request.accepts(['json', 'text/event-stream']) === 'json') {
      response.json(page);
      return;
    }
    await sendEventStream(response, {
      first: { ...page, status },
      after,
      read: last => runs.listEvents(id, last, caller),
      onChange: listener => hub.onRun(id, listener),
      pollInterval: POLL_INTERVAL,
      keepAlive: KEEP_ALIVE,
      stopped,
    });
  });

  router.post(
    '/runs/:id/cancel',
    audited(
      {
        auditor,
        eventId: 'run-cancel',
        meta: request => ({ runId: request.params.id }),
      },
      async (request, response) => {
        const caller = await callers.ofRequest(request);
        const run = await runs.cancel(runId(request), caller);
        response.status(202).json(run);
        return { status: run.status };
      },
    ),
  );

  return router;
}

function runId(request: Request): string {
  if (!isId(request.params.id)) {
    throw new RunNotFoundError();
  }
  return request.params.id;
}

/** A stream that reconnects says how far it came; that counts for more than the address that it was opened with. */
function readAfter(request: Request): number {
  const { after = 0 } = parse(afterSchema, request.query, 'The query');
  const last = request.headers['last-event-id'];
  return last === undefined
    ? after
    : parse(afterSchema, { after: last }, 'Last-Event-ID').after ?? after;
}
