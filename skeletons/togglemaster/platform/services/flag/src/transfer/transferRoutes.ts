import { assertReach, callerOf, type App } from '@togglemaster/kit';
import { slug } from '@togglemaster/rules';
import { z } from 'zod';
import type { ActOf } from '@togglemaster/changes';
import type { TransferService } from './TransferService.ts';

const place = z.strictObject({ project: slug, environment: slug });
const tags = ['flagd'];

export function transferRoutes(
  app: App,
  { transfer, actOf }: { transfer: TransferService; actOf: ActOf },
): void {
  app.get(
    '/flags/export',
    {
      config: { access: { role: 'viewer', scope: 'flags:read' } },
      schema: {
        tags,
        description: 'An environment as a flagd document',
        querystring: place,
        response: {
          200: z.object({
            document: z.json(),
            unsupported: z.array(
              z.object({ flag: z.string(), reason: z.string() }),
            ),
          }),
        },
      },
    },
    async request => {
      const { project, environment } = request.query;
      assertReach(request.principal, project, environment);
      const exported = await transfer.exportTo(
        request.query,
        callerOf(request),
      );
      return exported as { document: never; unsupported: never };
    },
  );

  app.post(
    '/flags/import',
    {
      config: { access: { role: 'editor', scope: 'flags:write' } },
      schema: {
        tags,
        description: 'Makes and changes the flags of a flagd document',
        querystring: place,
        body: z.record(z.string(), z.json()),
        response: {
          200: z.object({
            created: z.array(z.string()),
            updated: z.array(z.string()),
          }),
        },
      },
    },
    async request => {
      const { project, environment } = request.query;
      assertReach(request.principal, project, environment);
      return transfer.importFrom(
        request.query,
        request.body,
        { principal: request.principal, caller: callerOf(request) },
        actOf(request),
      );
    },
  );
}
