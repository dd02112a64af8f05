import type { ActOf, Changes } from '@togglemaster/changes';
import type { App, Database } from '@togglemaster/kit';
import { slug } from '@togglemaster/rules';
import { z } from 'zod';
import { ProtectedStore } from './ProtectedStore.ts';

export type EnvironmentRoutesOptions = {
  db: Database;
  changes: Changes;
  actOf: ActOf;
};

/** For the flag service, which keeps the environments. */
export function environmentRoutes(
  app: App,
  { db, changes, actOf }: EnvironmentRoutesOptions,
): void {
  const store = new ProtectedStore();
  app.put(
    '/targeting/environments/:environment',
    {
      config: { access: { role: 'admin' } },
      schema: {
        tags: ['environments'],
        description:
          'Whether changes need approval here; the flag service asks',
        params: z.object({ environment: slug }),
        querystring: z.strictObject({ project: slug }),
        body: z.strictObject({ protected: z.boolean() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { project } = request.query;
      const place = { project, environment: request.params.environment };
      await db.transaction(async tx => {
        await store.set(tx, place, request.body.protected);
        await changes.hold(tx, project, actOf(request));
      });
      return reply.code(204).send(null);
    },
  );
}
