import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  createResourceRequestSchema,
  destroyResourceRequestSchema,
  resourceQuerySchema,
} from '@terrastage/plugin-resources-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { CallerService } from '../access/CallerService';
import { checkText } from '../bundles/checkText';
import { audited } from '../http/audited';
import { isId } from '../http/isId';
import { parse } from '../http/parse';
import { readIdempotencyKey } from '../http/readIdempotencyKey';
import { readCheckedBody } from '../http/readCheckedBody';
import type { InventoryService } from './InventoryService';
import type { ResourceDestroyer } from './ResourceDestroyer';
import type { ResourceMaker } from './ResourceMaker';
import { ResourceNotFoundError } from './ResourceNotFoundError';

/** A bundle of 5 MB in Base64, and what is around it. */
const MAX_CREATE_BYTES = 8 * 1024 * 1024;
const MAX_BYTES = 256 * 1024;

export interface InventoryRouterOptions {
  callers: CallerService;
  inventory: InventoryService;
  maker: ResourceMaker;
  destroyer: ResourceDestroyer;
  auditor: AuditorService;
}

/** `/options`, `/resources`, `/plans`. */
export function inventoryRouter(options: InventoryRouterOptions): Router {
  const { callers, inventory, maker, destroyer, auditor } = options;
  const router = PromiseRouter();

  router.get('/options', async (request, response) => {
    const caller = await callers.ofRequest(request);
    response.json(inventory.listOptions(caller));
  });

  router.get('/resources', async (request, response) => {
    const caller = await callers.ofRequest(request);
    const query = parse(resourceQuerySchema, request.query, 'The query');
    checkText(query, 'query');
    response.json(await inventory.list(query, caller));
  });

  router.get('/resources/facets', async (request, response) => {
    const caller = await callers.ofRequest(request);
    const { mine } = parse(
      resourceQuerySchema.pick({ mine: true }),
      request.query,
      'The query',
    );
    response.json(await inventory.facets(mine, caller));
  });

  for (const [path, operation] of [
    ['/resources', 'apply'],
    ['/plans', 'plan'],
  ] as const) {
    router.post(
      path,
      audited(
        { auditor, eventId: `resource-${operation}` },
        async (request, response) => {
          const caller = await callers.ofRequest(request);
          const key = readIdempotencyKey(request);
          const body = parse(
            createResourceRequestSchema,
            await readCheckedBody(request, response, MAX_CREATE_BYTES),
          );
          const started = await maker.make(operation, body, caller, key);
          response.status(202).json(started);
          return { resourceId: started.resource.id, runId: started.run.id };
        },
      ),
    );
  }

  router.get('/resources/:id', async (request, response) => {
    const caller = await callers.ofRequest(request);
    response.json(await inventory.get(resourceId(request.params.id), caller));
  });

  router.post(
    '/resources/:id/destroy',
    audited(
      {
        auditor,
        eventId: 'resource-destroy',
        meta: request => ({ resourceId: request.params.id }),
      },
      async (request, response) => {
        const caller = await callers.ofRequest(request);
        const id = resourceId(request.params.id);
        const key = readIdempotencyKey(request);
        const body = parse(
          destroyResourceRequestSchema,
          await readCheckedBody(request, response, MAX_BYTES),
        );
        const started = await destroyer.destroy(id, body, caller, key);
        response.status(202).json(started);
        return { runId: started.run.id };
      },
    ),
  );

  return router;
}

function resourceId(text: string): string {
  if (!isId(text)) {
    throw new ResourceNotFoundError();
  }
  return text;
}
