import { auditEntry, change, whenAndWhy } from '@togglemaster/changes';
import { assertReach, callerOf, type App } from '@togglemaster/kit';
import { slug } from '@togglemaster/rules';
import { z } from 'zod';
import type { ActOf } from '@togglemaster/changes';
import { flag, flagUpdate, newFlag, settingsUpdate } from './Flag.ts';
import type { FlagService } from './FlagService.ts';
import { seenBy } from './seenBy.ts';

const read = { access: { role: 'viewer', scope: 'flags:read' } } as const;
const write = { access: { role: 'editor', scope: 'flags:write' } } as const;
const tags = ['flags'];
const one = z.object({ id: z.uuid() });
/** 202: it waits for its time or for somebody's approval. */
const done = { 200: flag, 202: z.object({ change }) };

export function flagRoutes(
  app: App,
  { flags, actOf }: { flags: FlagService; actOf: ActOf },
): void {
  app.get(
    '/flags',
    {
      config: read,
      schema: {
        tags,
        querystring: z.strictObject({
          project: slug,
          tag: z.string().max(30).optional(),
          search: z.string().max(100).optional(),
          after: z.string().max(100).optional(),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
        response: { 200: z.object({ flags: z.array(flag) }) },
      },
    },
    async request => {
      const { principal, query } = request;
      assertReach(principal, query.project);
      const found = await flags.list(query);
      return { flags: found.map(flag => seenBy(principal, flag)) };
    },
  );

  app.post(
    '/flags',
    {
      config: write,
      schema: { tags, body: newFlag, response: { 201: flag } },
    },
    async (request, reply) => {
      assertReach(request.principal, request.body.project);
      const made = await flags.create(request.body, actOf(request));
      return reply.code(201).send(seenBy(request.principal, made));
    },
  );

  app.get(
    '/flags/:id',
    { config: read, schema: { tags, params: one, response: { 200: flag } } },
    async ({ params, principal }) =>
      seenBy(principal, await flags.get(params.id, principal)),
  );

  app.put(
    '/flags/:id',
    {
      config: write,
      schema: {
        tags,
        params: one,
        querystring: whenAndWhy.strict(),
        body: flagUpdate,
        response: done,
      },
    },
    async (request, reply) => {
      const found = await flags.get(request.params.id, request.principal);
      const outcome = await flags.update(
        found,
        request.body,
        request.query,
        { principal: request.principal, caller: callerOf(request) },
        actOf(request),
      );
      return 'change' in outcome
        ? reply.code(202).send(outcome)
        : reply.code(200).send(outcome.result);
    },
  );

  app.put(
    '/flags/:id/environments/:environment',
    {
      config: write,
      schema: {
        tags,
        params: one.extend({ environment: slug }),
        querystring: whenAndWhy.strict(),
        body: settingsUpdate,
        response: done,
      },
    },
    async (request, reply) => {
      const { principal, params, query, body } = request;
      const found = await flags.get(params.id, principal);
      const outcome = await flags.updateSettings(
        found,
        params.environment,
        body,
        query,
        principal,
        actOf(request),
      );
      return 'change' in outcome
        ? reply.code(202).send(outcome)
        : reply.code(200).send(seenBy(principal, outcome.result));
    },
  );

  app.delete(
    '/flags/:id',
    {
      config: write,
      schema: {
        tags,
        params: one,
        querystring: whenAndWhy.strict(),
        response: { 204: z.null(), 202: z.object({ change }) },
      },
    },
    async (request, reply) => {
      const found = await flags.get(request.params.id, request.principal);
      const outcome = await flags.remove(
        found,
        request.query,
        { principal: request.principal, caller: callerOf(request) },
        actOf(request),
      );
      return 'change' in outcome
        ? reply.code(202).send(outcome)
        : reply.code(204).send(null);
    },
  );

  app.post(
    '/flags/:id/kill',
    {
      config: write,
      schema: {
        tags,
        description: 'Off at once, without approval; in one environment or all',
        params: one,
        body: z.strictObject({ environment: slug.optional() }).nullish(),
        response: { 200: flag },
      },
    },
    async request => {
      const { principal, params, body } = request;
      const found = await flags.get(params.id, principal);
      const killed = await flags.kill(
        found,
        body?.environment,
        principal,
        actOf(request),
      );
      return seenBy(principal, killed);
    },
  );

  app.get(
    '/flags/:id/history',
    {
      config: read,
      schema: {
        tags,
        params: one,
        querystring: z.strictObject({
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: { 200: z.object({ entries: z.array(auditEntry) }) },
      },
    },
    async request => {
      const { params, principal, query } = request;
      const found = await flags.get(params.id, principal);
      return { entries: await flags.history(found, query.limit, principal) };
    },
  );
}
