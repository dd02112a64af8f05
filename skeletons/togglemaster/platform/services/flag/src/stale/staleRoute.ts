import {
  assertReach,
  callerOf,
  ServiceClient,
  type App,
} from '@togglemaster/kit';
import { slug } from '@togglemaster/rules';
import { z } from 'zod';
import type { FlagService } from '../flags/FlagService.ts';
import { findStale } from './findStale.ts';

export type StaleRouteOptions = {
  flags: FlagService;
  analytics: ServiceClient;
  now: () => Date;
};

const DAY_MS = 86_400_000;
const PAGE = 500;
const stats = z.object({
  flags: z.array(
    z.object({
      flag: z.string(),
      variants: z.record(z.string(), z.number()),
    }),
  ),
});

export function staleRoute(app: App, options: StaleRouteOptions): void {
  app.get(
    '/flags/stale',
    {
      config: { access: { role: 'viewer' } },
      schema: {
        tags: ['flags'],
        description: 'Not evaluated for so many days, or the same for everyone',
        querystring: z.strictObject({
          project: slug,
          environment: slug,
          days: z.coerce.number().int().min(1).max(90).default(30),
        }),
        response: {
          200: z.object({
            flags: z.array(
              z.object({
                id: z.string(),
                key: z.string(),
                reason: z.enum(['not-evaluated', 'always-the-same']),
                variant: z.string().optional(),
                evaluations: z.number(),
              }),
            ),
          }),
        },
      },
    },
    async request => {
      const { project, environment, days } = request.query;
      assertReach(request.principal, project, environment);
      const to = options.now();
      const since = new Date(to.getTime() - days * DAY_MS);
      const usage = await options.analytics.request({
        method: 'GET',
        path: '/analytics/stats',
        query: {
          project,
          environment,
          from: since.toISOString(),
          to: to.toISOString(),
        },
        caller: callerOf(request),
        schema: stats,
      });
      const flags = await allFlags(options.flags, project);
      return { flags: findStale(flags, usage.flags, since) };
    },
  );
}

async function allFlags(flags: FlagService, project: string) {
  const all = await flags.list({ project, limit: PAGE });
  let page = all;
  while (page.length === PAGE) {
    page = await flags.list({ project, limit: PAGE, after: page.at(-1)!.key });
    all.push(...page);
  }
  return all;
}
