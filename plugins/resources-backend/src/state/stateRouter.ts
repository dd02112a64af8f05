import {
  stateComparisonQuerySchema,
  stateVersionsQuerySchema,
} from '@terrastage/plugin-resources-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { CallerService } from '../access/CallerService';
import { isId } from '../http/isId';
import { parse } from '../http/parse';
import { ResourceNotFoundError } from '../inventory/ResourceNotFoundError';
import type { StateVersions } from './StateVersions';

export interface StateRouterOptions {
  callers: CallerService;
  versions: StateVersions;
}

/** `/resources/{id}/state-versions`. */
export function stateRouter(options: StateRouterOptions): Router {
  const { callers, versions } = options;
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

  return router;
}

function resourceId(request: Request): string {
  if (!isId(request.params.id)) {
    throw new ResourceNotFoundError();
  }
  return request.params.id;
}
