import { assertReach, type App } from '@togglemaster/kit';
import { z } from 'zod';
import { periodOf } from '../period.ts';
import type { CountReader } from '../store/CountReader.ts';
import { query } from './Query.ts';
import { runQuery } from './runQuery.ts';

export function queryRoute(
  app: App,
  { counts, now }: { counts: CountReader; now: () => Date },
): void {
  app.post(
    '/analytics/query',
    {
      config: { access: { role: 'viewer', scope: 'analytics:read' } },
      schema: {
        tags: ['analytics'],
        description: 'Evaluations grouped by flag, variant, reason or time',
        body: query,
        response: {
          200: z.object({
            from: z.string(),
            to: z.string(),
            rows: z.array(
              z.object({
                evaluations: z.number(),
                flag: z.string().optional(),
                variant: z.string().optional(),
                reason: z.string().optional(),
                hour: z.string().optional(),
                day: z.string().optional(),
              }),
            ),
          }),
        },
      },
    },
    async request => {
      const { project, environment } = request.body;
      assertReach(request.principal, project, environment);
      const { from, to } = periodOf(request.body, now(), 'body');
      const found = counts.between({ project, environment }, from, to);
      return { from, to, rows: await runQuery(found, request.body) };
    },
  );
}
