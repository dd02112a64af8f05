import { assertReach, type App } from '@togglemaster/kit';
import { z } from 'zod';
import { period, periodOf } from '../period.ts';
import { flagKey, place } from '../place.ts';
import type { CountReader } from '../store/CountReader.ts';
import { sumByFlag } from './sumByFlag.ts';

const numbers = z.record(z.string(), z.number());

export function statsRoute(
  app: App,
  { counts, now }: { counts: CountReader; now: () => Date },
): void {
  app.get(
    '/analytics/stats',
    {
      config: { access: { role: 'viewer', scope: 'analytics:read' } },
      schema: {
        tags: ['analytics'],
        description: 'How often each flag was evaluated, in whole hours',
        querystring: z.strictObject({
          ...place,
          ...period,
          flag: flagKey.optional(),
        }),
        response: {
          200: z.object({
            from: z.string(),
            to: z.string(),
            flags: z.array(
              z.object({
                flag: z.string(),
                evaluations: z.number(),
                errors: z.number(),
                variants: numbers,
                reasons: numbers,
              }),
            ),
          }),
        },
      },
    },
    async request => {
      const { project, environment, flag } = request.query;
      assertReach(request.principal, project, environment);
      const { from, to } = periodOf(request.query, now(), 'querystring');
      const found = counts.between({ project, environment }, from, to);
      return { from, to, flags: await sumByFlag(found, flag) };
    },
  );
}
