import type { AuditorService } from '@backstage/backend-plugin-api';
import { extendResourceRequestSchema } from '@terrastage/plugin-resources-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { CallerService } from '../access/CallerService';
import { audited } from '../http/audited';
import { isId } from '../http/isId';
import { parse } from '../http/parse';
import { readCheckedBody } from '../http/readCheckedBody';
import { ResourceNotFoundError } from '../inventory/ResourceNotFoundError';
import type { ResourceExtender } from './ResourceExtender';

const MAX_BYTES = 16 * 1024;

export interface LeasesRouterOptions {
  callers: CallerService;
  auditor: AuditorService;
  extender: ResourceExtender;
}

/** `/resources/{id}/extend`. */
export function leasesRouter(options: LeasesRouterOptions): Router {
  const { callers, auditor, extender } = options;
  const router = PromiseRouter();

  router.post(
    '/resources/:id/extend',
    audited(
      {
        auditor,
        eventId: 'resource-extend',
        meta: request => ({ resourceId: request.params.id }),
      },
      async (request, response) => {
        const caller = await callers.ofRequest(request);
        const { id } = request.params;
        if (!isId(id)) {
          throw new ResourceNotFoundError();
        }
        const body = parse(
          extendResourceRequestSchema,
          await readCheckedBody(request, response, MAX_BYTES),
        );
        const resource = await extender.extend(id, body, caller);
        response.json(resource);
        return { expiresAt: resource.expiresAt ?? null };
      },
    ),
  );

  return router;
}
