import type { Act } from '@togglemaster/changes';
import {
  assertReach,
  callerOf,
  problems,
  type App,
  type Database,
  type Queryable,
} from '@togglemaster/kit';
import {
  condition,
  flagKey,
  MAX_CONDITIONS,
  MAX_IMPORTED,
  MAX_RULES,
  rule,
  segment,
  serve,
} from '@togglemaster/rules';
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
    .array(
      z.strictObject({
        conditions: z.array(condition).max(MAX_CONDITIONS),
        serve,
      }),
    )
    .max(MAX_RULES),
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
        body: place.extend({
          flags: z.array(imported).max(MAX_IMPORTED),
          /** Only looks whether they could be, for flags that may not be there yet. */
          check: z.boolean().default(false),
        }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { project, environment, flags: given, check } = request.body;
      const at = { project, environment };
      assertReach(request.principal, project, environment);
      const keys = given.map(({ flag }) => flag);
      const facts = await flags.facts(at, keys, callerOf(request));
      if (facts.protected) {
        throw problems.unprocessable(`${environment} is protected`);
      }
      await assertSegments(db, segments, at, given);
      if (check) return reply.code(204).send(null);
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

/** @throws Problem 422 with a path in the flagd document for each that is not there */
async function assertSegments(
  db: Queryable,
  segments: SegmentStore,
  at: Place,
  given: Imported[],
) {
  const wanted = given.flatMap(({ flag, rules }) =>
    rules
      .flatMap(({ conditions }) => conditions)
      .flatMap(c => ('segment' in c ? [{ flag, key: c.segment }] : [])),
  );
  const keys = [...new Set(wanted.map(({ key }) => key))];
  const known = new Set(
    (await segments.list(db, at, keys)).map(({ key }) => key),
  );
  const faults = wanted
    .filter(({ key }) => !known.has(key))
    .map(({ flag, key }) => ({
      path: `/flags/${flag}/targeting`,
      message: `there is no segment ${key}`,
    }));
  if (faults.length > 0) {
    throw problems.unprocessable('The document can not be imported', faults);
  }
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
