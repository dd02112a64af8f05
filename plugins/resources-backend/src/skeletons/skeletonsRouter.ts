import type { AuditorService } from '@backstage/backend-plugin-api';
import { publishSkeletonRequestSchema } from '@terrastage/plugin-resources-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { CallerService } from '../access/CallerService';
import { audited } from '../http/audited';
import { MAX_BUNDLE_REQUEST_BYTES } from '../http/limits';
import { parse } from '../http/parse';
import { readCheckedBody } from '../http/readCheckedBody';
import type { SkeletonService } from './SkeletonService';

export interface SkeletonsRouterOptions {
  callers: CallerService;
  skeletons: SkeletonService;
  auditor: AuditorService;
}

/** `/skeletons`. */
export function skeletonsRouter(options: SkeletonsRouterOptions): Router {
  const { callers, skeletons, auditor } = options;
  const router = PromiseRouter();

  router.put(
    '/skeletons/:type',
    audited(
      {
        auditor,
        eventId: 'skeleton-publish',
        meta: request => ({ type: request.params.type }),
      },
      async (request, response) => {
        const caller = await callers.ofRequest(request);
        const body = parse(
          publishSkeletonRequestSchema,
          await readCheckedBody(request, response, MAX_BUNDLE_REQUEST_BYTES),
        );
        const published = await skeletons.publish(
          request.params.type,
          body,
          caller,
        );
        response.json(published);
        return { version: published.version, digest: published.bundleDigest };
      },
    ),
  );

  return router;
}
