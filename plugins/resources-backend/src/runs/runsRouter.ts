import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  confirmRunRequestSchema,
  discardRunRequestSchema,
  retryRunRequestSchema,
} from '@terrastage/plugin-resources-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { CallerService } from '../access/CallerService';
import { audited } from '../http/audited';
import { isId } from '../http/isId';
import { MAX_REQUEST_BYTES } from '../http/limits';
import { parse } from '../http/parse';
import { readCheckedBody } from '../http/readCheckedBody';
import { readIdempotencyKey } from '../http/readIdempotencyKey';
import { ResourceNotFoundError } from '../inventory/ResourceNotFoundError';
import type { ChangeHub } from './ChangeHub';
import { sendEventStream } from './eventStream';
import type { RunDecider } from './RunDecider';
import type { RunRetrier } from './RunRetrier';
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
  decider: RunDecider;
  retrier: RunRetrier;
  hub: ChangeHub;
  auditor: AuditorService;
  /** Aborts when the portal stops. */
  stopped: AbortSignal;
}

/** `/resources/{id}/runs` and `/runs`. */
export function runsRouter(options: RunsRouterOptions): Router {
  const { callers, runs, decider, retrier, hub, auditor, stopped } = options;
  const router = PromiseRouter();
  const about = (eventId: string) => ({
    auditor,
    eventId,
    meta: (request: Request) => ({ runId: request.params.id }),
  });

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
    audited(about('run-cancel'), async (request, response) => {
      const caller = await callers.ofRequest(request);
      const run = await runs.cancel(runId(request), caller);
      response.status(202).json(run);
      return { resourceId: run.resourceId, status: run.status };
    }),
  );

  router.post(
    '/runs/:id/confirm',
    audited(about('run-confirm'), async (request, response) => {
      const caller = await callers.ofRequest(request);
      const id = runId(request);
      const body = parse(
        confirmRunRequestSchema,
        await readCheckedBody(request, response, MAX_REQUEST_BYTES),
      );
      const run = await decider.confirm(id, body, caller);
      response.status(202).json(run);
      return { resourceId: run.resourceId, status: run.status };
    }),
  );

  router.post(
    '/runs/:id/discard',
    audited(about('run-discard'), async (request, response) => {
      const caller = await callers.ofRequest(request);
      const id = runId(request);
      const body = parse(
        discardRunRequestSchema,
        await readCheckedBody(request, response, MAX_REQUEST_BYTES),
      );
      const run = await decider.discard(id, body, caller);
      response.status(202).json(run);
      return { resourceId: run.resourceId, status: run.status };
    }),
  );

  router.post(
    '/runs/:id/retry',
    audited(about('run-retry'), async (request, response) => {
      const caller = await callers.ofRequest(request);
      const id = runId(request);
      const key = readIdempotencyKey(request);
      const body = parse(
        retryRunRequestSchema,
        await readCheckedBody(request, response, MAX_REQUEST_BYTES),
      );
      const started = await retrier.retry(id, body, caller, key);
      response.status(202).json(started);
      return { resourceId: started.resource.id, newRunId: started.run.id };
    }),
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
