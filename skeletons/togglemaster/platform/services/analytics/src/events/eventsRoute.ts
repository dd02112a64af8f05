import { assertReach, type App } from '@togglemaster/kit';
import { z } from 'zod';
import { period, periodOf, refusal } from '../period.ts';
import { flagKey, place } from '../place.ts';
import type { EventReader } from '../store/EventReader.ts';

const event = z.object({
  id: z.string(),
  at: z.string(),
  project: z.string(),
  environment: z.string(),
  flag: z.string(),
  variant: z.string(),
  reason: z.string(),
  rule: z.string().optional(),
  targetingKey: z.string().optional(),
});
const cursor = z
  .string()
  .max(100)
  .regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z#[0-9a-f-]{36}$/, 'not a cursor of ours');

export function eventsRoute(
  app: App,
  { events, now }: { events: EventReader; now: () => Date },
): void {
  app.get(
    '/analytics/events',
    {
      config: { access: { role: 'viewer', scope: 'analytics:read' } },
      schema: {
        tags: ['analytics'],
        description: 'Single evaluations of a sample, newest first',
        querystring: z.strictObject({
          ...place,
          ...period,
          flag: flagKey.optional(),
          cursor: cursor.optional(),
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: {
          200: z.object({
            events: z.array(event),
            cursor: z.string().optional(),
          }),
        },
      },
    },
    async request => {
      const { project, environment } = request.query;
      assertReach(request.principal, project, environment);
      const { from, to } = periodOf(request.query, now(), 'querystring');
      assertBetween(request.query, to);
      return events.page({ ...request.query, from, to });
    },
  );
}

/** A `from` that was not given moves on with the time: then a cursor before it is at the end of the list. */
function assertBetween(
  { cursor, from }: { cursor?: string; from?: string },
  to: string,
) {
  if (cursor === undefined) return;
  const at = Date.parse(cursor.split('#', 1)[0]!);
  const early = from !== undefined && at < Date.parse(from);
  if (early || !(at <= Date.parse(to))) {
    throw refusal('querystring/cursor', 'not between from and to');
  }
}
