import { assertReach, type App, type Database } from '@togglemaster/kit';
import { flagKey, slug } from '@togglemaster/rules';
import { z } from 'zod';
import type { ProjectService } from '../projects/ProjectService.ts';
import { FlagStore } from './FlagStore.ts';

/** What the targeting service has to know of flags before it keeps a rule. */
export function variantsRoute(
  app: App,
  { db, projects }: { db: Database; projects: ProjectService },
): void {
  const store = new FlagStore();
  app.post(
    '/flags/variants',
    {
      config: { access: { role: 'viewer', scope: 'flags:read' } },
      schema: {
        tags: ['flags'],
        body: z.strictObject({
          project: slug,
          environment: slug,
          flags: z.array(flagKey).max(1000),
        }),
        response: {
          200: z.object({
            protected: z.boolean(),
            /** Names of variants by flag; a flag that is not there is missing. */
            variants: z.record(z.string(), z.array(z.string())),
          }),
        },
      },
    },
    async request => {
      const { project, environment, flags: keys } = request.body;
      assertReach(request.principal, project, environment);
      const place = await projects.environment(project, environment);
      const found = await store.byKeys(db, project, keys);
      return {
        protected: place.protected,
        variants: Object.fromEntries(
          found.map(flag => [flag.key, Object.keys(flag.variants)]),
        ),
      };
    },
  );
}
