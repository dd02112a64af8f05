import type { Act } from '@togglemaster/changes';
import {
  assertReach,
  callerOf,
  problems,
  type App,
  type Database,
  type Queryable,
} from '@togglemaster/kit';
import { condition, flagKey, rule, segment, serve } from '@togglemaster/rules';
import { z } from 'zod';
import type { ActOf } from '@togglemaster/changes';
import { assertServes, type FlagClient } from '../FlagClient.ts';
import { place, type Place } from '../Place.ts';
import { RuleStore } from '../rules/RuleStore.ts';
import type { RuleWriter } from '../rules/RuleWriter.ts';
import { SegmentStore } from '../segments/SegmentStore.ts';

export type TransferRoutesOptions = {
  db: Database;
  writer: RuleWriter;
  flags: FlagClient;
  actOf: ActOf;
  committed(): void;
};

const imported = z.strictObject({
  flag: flagKey,
  rules: z
    .array(z.strictObject({ conditions: z.array(condition).max(50), serve }))
    .max(200),
});
type Imported = z.infer<typeof imported>;

const tags = ['transfer'];

/** For the flag service's import and export. */
export function transferRoutes(app: App, options: TransferRoutesOptions): void {
  const { db, flags, actOf, committed } = options;
  const rules = new RuleStore();
  const segments = new SegmentStore();

  app.get(
    '/targeting/export',
    {
      config: { access: { role: 'viewer', scope: 'flags:read' } },
      schema: {
        tags,
        querystring: place,
        response: {
          200: z.object({ rules: z.array(rule), segments: z.array(segment) }),
        },
      },
    },
    async request => {
      const { project, environment } = request.query;
      assertReach(request.principal, project, environment);
      return {
        rules: await rules.list(db, request.query),
        segments: await segments.list(db, request.query),
      };
    },
  );

  app.post(
    '/targeting/import',
    {
      config: { access: { role: 'editor', scope: 'flags:write' } },
      schema: {
        tags,
        description: 'Puts these rules in the place of those the flags had',
        body: place.extend({ flags: z.array(imported).max(1000) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { project, environment, flags: given } = request.body;
      const at = { project, environment };
      assertReach(request.principal, project, environment);
      const keys = given.map(({ flag }) => flag);
      const facts = await flags.facts(at, keys, callerOf(request));
      if (facts.protected) {
        throw problems.unprocessable(`${environment} is protected`);
      }
      for (const { flag, rules: list } of given) {
        for (const { serve: served } of list) assertServes(facts, flag, served);
      }
      await db.transaction(tx =>
        replace(tx, options.writer, rules, at, given, actOf(request)),
      );
      committed();
      return reply.code(204).send(null);
    },
  );
}

async function replace(
  tx: Queryable,
  writer: RuleWriter,
  rules: RuleStore,
  at: Place,
  given: Imported[],
  act: Act,
) {
  const keys = given.map(({ flag }) => flag);
  for (const { id } of await rules.list(tx, at, keys)) {
    await writer.remove(tx, id, act);
  }
  for (const { flag, rules: list } of given) {
    for (const [position, content] of list.entries()) {
      await writer.create(
        tx,
        {
          ...at,
          ...content,
          flag,
          position,
          enabled: true,
          name: `Imported ${position + 1}`,
        },
        act,
      );
    }
  }
}
