import {
  Problem,
  problems,
  type App,
  withShortcut,
  type KeyPrincipal,
} from '@togglemaster/kit';
import {
  flagKey,
  variantValue,
  type Constants,
  type Context,
  type Evaluation,
  type Failure,
} from '@togglemaster/rules';
import { z } from 'zod';
import { contextOnly, MAX_CONTEXT, MAX_TARGETING_KEY } from './contextOnly.ts';
import { AnswersJson, joined, JSON_TYPE } from './AnswersJson.ts';
import type { Evaluator, Stamp } from './Evaluator.ts';

const context = z.looseObject({ targetingKey: z.string().optional() });
const keys = z.array(flagKey).min(1).max(1000);
const config = { access: { scope: 'evaluate' } } as const;
const tags = ['evaluation'];
const serializerCompiler = () => JSON.stringify;
const ANSWERS = new AnswersJson(toAnswer);

const answer = z.object({
  key: z.string(),
  value: variantValue.optional(),
  variant: z.string().optional(),
  reason: z.string().optional(),
  rule: z.object({ id: z.string(), name: z.string() }).optional(),
  prerequisite: z.string().optional(),
  errorCode: z.string().optional(),
  errorDetails: z.string().optional(),
});
const single = answer.extend({ stale: z.boolean() });
const bulk = z.object({
  flags: z.array(answer),
  version: z.string(),
  stale: z.boolean(),
});

/** A context in a query: JSON in `context`, or just `targetingKey`. */
const inQuery = {
  targetingKey: z.string().max(MAX_TARGETING_KEY).optional(),
  context: z
    .string()
    .max(MAX_CONTEXT)
    .transform((text, issues) => {
      try {
        return context.parse(JSON.parse(text));
      } catch {
        issues.addIssue({ code: 'custom', message: 'not a JSON object' });
        return z.NEVER;
      }
    })
    .optional(),
};

export function evaluateRoutes(app: App, evaluator: Evaluator): void {
  const one = (principal: KeyPrincipal, key: string, given: Context) => {
    const result = evaluator.one(principal, key, given);
    if (!result.ok) throw refusal(result);
    return { ...toAnswer(result), stale: evaluator.isStale(principal) };
  };
  const many = (
    principal: KeyPrincipal,
    wanted: string[] | undefined,
    given: Context,
  ) => {
    if (wanted) {
      const { evaluations, stamp } = evaluator.many(principal, wanted, given);
      return bulkJson(ANSWERS.each(evaluations), stamp);
    }
    const { constants, evaluations, stamp } = evaluator.all(principal, given);
    if (evaluations.length === 0) return constantJson(constants, stamp);
    const fixed = ANSWERS.constants(constants);
    return bulkJson(joined(fixed.json, ANSWERS.each(evaluations)), stamp);
  };

  app.post(
    '/evaluate',
    {
      config,
      serializerCompiler,
      schema: {
        tags,
        body: z.strictObject({ flag: flagKey, context: context.default({}) }),
        response: { 200: single },
      },
    },
    async request =>
      one(
        request.principal as KeyPrincipal,
        request.body.flag,
        request.body.context,
      ),
  );

  app.get(
    '/evaluate',
    {
      config,
      serializerCompiler,
      schema: {
        tags,
        querystring: z.strictObject({ flag: flagKey, ...inQuery }),
        response: { 200: single },
      },
    },
    async request =>
      one(
        request.principal as KeyPrincipal,
        request.query.flag,
        contextOf(request.query),
      ),
  );

  app.post(
    '/evaluate/bulk',
    {
      config,
      serializerCompiler,
      schema: {
        tags,
        body: z.strictObject({
          flags: keys.optional(),
          context: context.default({}),
        }),
        response: { 200: bulk },
      },
    },
    ({ principal, body: { flags, context: given } }, reply) => {
      const json = many(principal as KeyPrincipal, flags, given);
      reply.type(JSON_TYPE).send(json as never);
    },
  );

  app.get(
    '/evaluate/bulk',
    {
      config,
      serializerCompiler,
      validatorCompiler: withShortcut(contextOnly),
      schema: {
        tags,
        querystring: z.strictObject({
          /** Comma-separated. */
          flags: z
            .string()
            .transform(text => text.split(','))
            .pipe(keys)
            .optional(),
          ...inQuery,
        }),
        response: { 200: bulk },
      },
    },
    ({ principal, query }, reply) => {
      const given = contextOf(query);
      const json = many(principal as KeyPrincipal, query.flags, given);
      reply.type(JSON_TYPE).send(json as never);
    },
  );
}

function contextOf(query: {
  context?: Context;
  targetingKey?: string;
}): Context {
  return query.targetingKey === undefined
    ? (query.context ?? {})
    : { ...query.context, targetingKey: query.targetingKey };
}

const WHOLE = new WeakMap<Constants, Stamp & { json: string }>();

/** Where no answer depends on who asks, everybody gets the same text. */
function constantJson(constants: Constants, stamp: Stamp): string {
  const known = WHOLE.get(constants);
  if (known?.version === stamp.version && known.stale === stamp.stale) {
    return known.json;
  }
  const json = bulkJson(ANSWERS.constants(constants).json, stamp);
  WHOLE.set(constants, { ...stamp, json });
  return json;
}

const bulkJson = (flags: string, { version, stale }: Stamp) =>
  `{"flags":[${flags}],"version":"${version}","stale":${stale}}`;

function toAnswer(result: Evaluation): z.input<typeof answer> {
  const { ok: _ok, ...rest } = result;
  return rest;
}

function refusal({ errorCode, errorDetails }: Failure): Problem {
  return errorCode === 'FLAG_NOT_FOUND'
    ? problems.notFound(errorDetails)
    : problems.unprocessable(`${errorCode}: ${errorDetails}`);
}
