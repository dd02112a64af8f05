import { change, whenAndWhy } from '@togglemaster/changes';
import { assertReach, callerOf, type App } from '@togglemaster/kit';
import { flagKey } from '@togglemaster/rules';
import { z } from 'zod';
import type { ActOf } from '@togglemaster/changes';
import { place } from '../Place.ts';
import type { RuleService } from './RuleService.ts';
import { newRule, ruleUpdate, storedRule } from './StoredRule.ts';

const read = { access: { role: 'viewer', scope: 'flags:read' } } as const;
const write = { access: { role: 'editor', scope: 'flags:write' } } as const;
const tags = ['rules'];
const one = z.object({ id: z.uuid() });
/** 202: it waits for its time or for somebody's approval. */
const waiting = z.object({ change });

export function ruleRoutes(
  app: App,
  { rules, actOf }: { rules: RuleService; actOf: ActOf },
): void {
  app.get(
    '/targeting/rules',
    {
      config: read,
      schema: {
        tags,
        querystring: place.extend({ flag: flagKey.optional() }),
        response: { 200: z.object({ rules: z.array(storedRule) }) },
      },
    },
    async request => {
      const { flag, ...at } = request.query;
      assertReach(request.principal, at.project, at.environment);
      return { rules: await rules.list(at, flag) };
    },
  );

  app.post(
    '/targeting/rules',
    {
      config: write,
      schema: {
        tags,
        querystring: whenAndWhy.strict(),
        body: newRule,
        response: { 201: storedRule, 202: waiting },
      },
    },
    async (request, reply) => {
      const { principal, body, query } = request;
      assertReach(principal, body.project, body.environment);
      const outcome = await rules.create(
        body,
        query,
        callerOf(request),
        actOf(request),
      );
      return 'change' in outcome
        ? reply.code(202).send(outcome)
        : reply.code(201).send(outcome.result);
    },
  );

  app.put(
    '/targeting/rules/:id',
    {
      config: write,
      schema: {
        tags,
        params: one,
        querystring: whenAndWhy.strict(),
        body: ruleUpdate,
        response: { 200: storedRule, 202: waiting },
      },
    },
    async (request, reply) => {
      const rule = await rules.get(request.params.id, request.principal);
      const outcome = await rules.update(
        rule,
        request.body,
        request.query,
        callerOf(request),
        actOf(request),
      );
      return 'change' in outcome
        ? reply.code(202).send(outcome)
        : reply.code(200).send(outcome.result);
    },
  );

  app.delete(
    '/targeting/rules/:id',
    {
      config: write,
      schema: {
        tags,
        params: one,
        querystring: whenAndWhy.strict(),
        response: { 204: z.null(), 202: waiting },
      },
    },
    async (request, reply) => {
      const rule = await rules.get(request.params.id, request.principal);
      const outcome = await rules.remove(
        rule,
        request.query,
        callerOf(request),
        actOf(request),
      );
      return 'change' in outcome
        ? reply.code(202).send(outcome)
        : reply.code(204).send(null);
    },
  );
}
