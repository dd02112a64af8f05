import { assertReach, type App, type Database } from '@togglemaster/kit';
import { flagKey } from '@togglemaster/rules';
import { z } from 'zod';
import { place } from '../Place.ts';
import { RuleStore } from '../rules/RuleStore.ts';
import { SegmentStore } from '../segments/SegmentStore.ts';
import { match } from './match.ts';

const matched = z.object({
  segments: z.array(z.string()),
  rules: z.array(
    z.object({
      id: z.string(),
      flag: z.string(),
      name: z.string(),
      enabled: z.boolean(),
      holds: z.boolean(),
      decides: z.boolean(),
    }),
  ),
});

export function matchRoute(
  app: App,
  { db, now }: { db: Database; now: () => Date },
): void {
  const rules = new RuleStore();
  const segments = new SegmentStore();
  app.post(
    '/targeting/match',
    {
      config: { access: { role: 'viewer', scope: 'flags:read' } },
      schema: {
        tags: ['rules'],
        description: 'Which segments and rules hold for a context',
        body: place.extend({
          flag: flagKey.optional(),
          context: z.looseObject({ targetingKey: z.string().optional() }),
        }),
        response: { 200: matched },
      },
    },
    async request => {
      const { flag, context, project, environment } = request.body;
      assertReach(request.principal, project, environment);
      const at = { project, environment };
      const found = {
        rules: await rules.list(
          db,
          at,
          flag === undefined ? undefined : [flag],
        ),
        segments: await segments.list(db, at),
      };
      return match(found, context, now().getTime());
    },
  );
}
