import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  changeResourceRequestSchema,
  createResourceRequestSchema,
  destroyResourceRequestSchema,
  resourceQuerySchema,
  upgradeResourceRequestSchema,
} from '@terrastage/plugin-resources-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { CallerService } from '../access/CallerService';
import { checkText } from '../bundles/checkText';
import { audited } from '../http/audited';
import { isId } from '../http/isId';
import { MAX_BUNDLE_REQUEST_BYTES, MAX_REQUEST_BYTES } from '../http/limits';
import { parse } from '../http/parse';
import { readIdempotencyKey } from '../http/readIdempotencyKey';
import { readCheckedBody } from '../http/readCheckedBody';
import type { InventoryService } from './InventoryService';
import type { ResourceChanger } from './ResourceChanger';
import type { ResourceDestroyer } from './ResourceDestroyer';
import type { ResourceMaker } from './ResourceMaker';
import { ResourceNotFoundError } from './ResourceNotFoundError';

export interface InventoryRouterOptions {
  callers: CallerService;
  inventory: InventoryService;
  maker: ResourceMaker;
  changer: ResourceChanger;
  destroyer: ResourceDestroyer;
  auditor: AuditorService;
}

/** `/options`, `/resources`, `/plans`. */
export function inventoryRouter(options: InventoryRouterOptions): Router {
  const { callers, inventory, maker, changer, destroyer, auditor } = options;
  const router = PromiseRouter();

  router.get('/options', async (request, response) => {
    const caller = await callers.ofRequest(request);
    response.json(await inventory.listOptions(caller));
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
        async (request, response, about) => {
          const caller = await callers.ofRequest(request);
          const key = readIdempotencyKey(request);
          const body = parse(
            createResourceRequestSchema,
            await readCheckedBody(request, response, MAX_BUNDLE_REQUEST_BYTES),
          );
          const { type, name, environment, owner } = body;
          about({ type, name, environment, owner });
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
    '/resources/:id/changes',
    audited(
      {
        auditor,
        eventId: 'resource-change',
        meta: request => ({ resourceId: request.params.id }),
      },
      async (request, response) => {
        const caller = await callers.ofRequest(request);
        const id = resourceId(request.params.id);
        const key = readIdempotencyKey(request);
        const body = parse(
          changeResourceRequestSchema,
          await readCheckedBody(request, response, MAX_BUNDLE_REQUEST_BYTES),
        );
        const started = await changer.change(id, body, caller, key);
        response.status(202).json(started);
        return { runId: started.run.id };
      },
    ),
  );

  router.post(
    '/resources/:id/upgrade',
    audited(
      {
        auditor,
        eventId: 'resource-upgrade',
        meta: request => ({ resourceId: request.params.id }),
      },
      async (request, response) => {
        const caller = await callers.ofRequest(request);
        const id = resourceId(request.params.id);
        const key = readIdempotencyKey(request);
        parse(
          upgradeResourceRequestSchema,
          await readCheckedBody(request, response, MAX_REQUEST_BYTES),
        );
        const started = await changer.upgrade(id, caller, key);
        response.status(202).json(started);
        return { runId: started.run.id, ...started.run.versions };
      },
    ),
  );

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
          await readCheckedBody(request, response, MAX_REQUEST_BYTES),
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
