import { change, whenAndWhy, type Changes } from '@togglemaster/changes';
import {
  assertReach,
  callerOf,
  problems,
  type App,
  type Database,
} from '@togglemaster/kit';
import { segment, slug } from '@togglemaster/rules';
import { z } from 'zod';
import type { ActOf } from '@togglemaster/changes';
import type { FlagClient } from '../FlagClient.ts';
import { place } from '../Place.ts';
import type { SegmentChanges } from './segmentChanges.ts';
import { SegmentStore } from './SegmentStore.ts';

export type SegmentRoutesOptions = {
  db: Database;
  changes: Changes;
  handlers: SegmentChanges;
  flags: FlagClient;
  actOf: ActOf;
};

const read = { access: { role: 'viewer', scope: 'flags:read' } } as const;
const write = { access: { role: 'editor', scope: 'flags:write' } } as const;
const tags = ['segments'];
const one = z.object({ key: slug });
const placeAndWhen = place.extend(whenAndWhy.shape);
/** 202: it waits for its time or for somebody's approval. */
const waiting = z.object({ change });

export function segmentRoutes(app: App, options: SegmentRoutesOptions): void {
  const { db, changes, handlers, flags, actOf } = options;
  const store = new SegmentStore();

  app.get(
    '/targeting/segments',
    {
      config: read,
      schema: {
        tags,
        querystring: place,
        response: { 200: z.object({ segments: z.array(segment) }) },
      },
    },
    async request => {
      const { project, environment } = request.query;
      assertReach(request.principal, project, environment);
      return { segments: await store.list(db, request.query) };
    },
  );

  app.get(
    '/targeting/segments/:key',
    {
      config: read,
      schema: {
        tags,
        params: one,
        querystring: place,
        response: { 200: segment },
      },
    },
    async request => {
      const { project, environment } = request.query;
      assertReach(request.principal, project, environment);
      const { key } = request.params;
      const [found] = await store.list(db, request.query, [key]);
      if (!found) throw problems.notFound(`No segment ${key}`);
      return found;
    },
  );

  app.put(
    '/targeting/segments/:key',
    {
      config: write,
      schema: {
        tags,
        description: 'Makes a segment, or puts it in the place of the old one',
        params: one,
        querystring: placeAndWhen,
        body: segment.omit({ key: true }).strict(),
        response: { 200: segment, 202: waiting },
      },
    },
    async (request, reply) => {
      const { project, environment, ...when } = request.query;
      const at = { project, environment };
      assertReach(request.principal, project, environment);
      const { key } = request.params;
      const facts = await flags.facts(at, [], callerOf(request));
      const outcome = await changes.submit({
        handler: handlers.put,
        payload: { place: at, segment: { ...request.body, key } },
        ...at,
        subject: `segment:${key}`,
        needsApproval: facts.protected,
        ...when,
        act: actOf(request),
      });
      return 'change' in outcome
        ? reply.code(202).send(outcome)
        : reply.code(200).send(outcome.result);
    },
  );

  app.delete(
    '/targeting/segments/:key',
    {
      config: write,
      schema: {
        tags,
        params: one,
        querystring: placeAndWhen,
        response: { 204: z.null(), 202: waiting },
      },
    },
    async (request, reply) => {
      const { project, environment, ...when } = request.query;
      const at = { project, environment };
      assertReach(request.principal, project, environment);
      const { key } = request.params;
      const facts = await flags.facts(at, [], callerOf(request));
      const outcome = await changes.submit({
        handler: handlers.remove,
        payload: { place: at, key },
        ...at,
        subject: `segment:${key}`,
        needsApproval: facts.protected,
        ...when,
        act: actOf(request),
      });
      return 'change' in outcome
        ? reply.code(202).send(outcome)
        : reply.code(204).send(null);
    },
  );
}
