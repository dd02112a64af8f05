import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  restoreStateRequestSchema,
  stateComparisonQuerySchema,
  stateVersionsQuerySchema,
  unlockRequestSchema,
} from '@terrastage/plugin-resources-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { CallerService } from '../access/CallerService';
import { audited } from '../http/audited';
import { isId } from '../http/isId';
import { parse } from '../http/parse';
import { readCheckedBody } from '../http/readCheckedBody';
import { readIdempotencyKey } from '../http/readIdempotencyKey';
import { ResourceNotFoundError } from '../inventory/ResourceNotFoundError';
import type { StateLocks } from './StateLocks';
import type { StateRestorer } from './StateRestorer';
import type { StateVersions } from './StateVersions';

export interface StateRouterOptions {
  callers: CallerService;
  auditor: AuditorService;
  versions: StateVersions;
  locks: StateLocks;
  restorer: StateRestorer;
}

const MAX_BYTES = 16 * 1024;

/** `/resources/{id}/state-versions`, `/resources/{id}/lock`. */
export function stateRouter(options: StateRouterOptions): Router {
  const { callers, auditor, versions, locks, restorer } = options;
  const router = PromiseRouter();

  router.get('/resources/:id/state-versions', async (request, response) => {
    const caller = await callers.ofRequest(request);
    const { cursor } = parse(
      stateVersionsQuerySchema,
      request.query,
      'The query',
    );
    response.json(await versions.list(resourceId(request), caller, cursor));
  });

  router.get(
    '/resources/:id/state-versions/compare',
    async (request, response) => {
      const caller = await callers.ofRequest(request);
      const query = parse(
        stateComparisonQuerySchema,
        request.query,
        'The query',
      );
      response.json(await versions.compare(resourceId(request), query, caller));
    },
  );

  router.get('/resources/:id/lock', async (request, response) => {
    const caller = await callers.ofRequest(request);
    response.json(await locks.get(resourceId(request), caller));
  });

  const meta = (request: Request) => ({ resourceId: request.params.id });

  router.post(
    '/resources/:id/unlock',
    audited(
      { auditor, eventId: 'resource-unlock', meta },
      async (request, response) => {
        const caller = await callers.ofRequest(request);
        const id = resourceId(request);
        const key = readIdempotencyKey(request);
        const body = parse(
          unlockRequestSchema,
          await readCheckedBody(request, response, MAX_BYTES),
        );
        const started = await locks.unlock(id, body, caller, key);
        response.status(202).json(started);
        return { runId: started.run.id, lockId: body.lockId };
      },
    ),
  );

  router.post(
    '/resources/:id/state-versions/restore',
    audited(
      { auditor, eventId: 'resource-restore-state', meta },
      async (request, response) => {
        const caller = await callers.ofRequest(request);
        const id = resourceId(request);
        const key = readIdempotencyKey(request);
        const body = parse(
          restoreStateRequestSchema,
          await readCheckedBody(request, response, MAX_BYTES),
        );
        const started = await restorer.restore(id, body, caller, key);
        response.status(202).json(started);
        return { runId: started.run.id, versionId: body.versionId };
      },
    ),
  );

  return router;
}

function resourceId(request: Request): string {
  if (!isId(request.params.id)) {
    throw new ResourceNotFoundError();
  }
  return request.params.id;
}
