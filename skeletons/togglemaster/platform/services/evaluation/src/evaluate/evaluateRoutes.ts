import {
  Problem,
  problems,
  type App,
  type KeyPrincipal,
} from '@togglemaster/kit';
import {
  flagKey,
  variantValue,
  type Context,
  type Evaluation,
  type Failure,
} from '@togglemaster/rules';
import { z } from 'zod';
import type { Evaluator } from './Evaluator.ts';

const context = z.looseObject({ targetingKey: z.string().optional() });
const keys = z.array(flagKey).min(1).max(1000);
const config = { access: { scope: 'evaluate' } } as const;
const tags = ['evaluation'];
const serializerCompiler = () => JSON.stringify;

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
  targetingKey: z.string().max(1000).optional(),
  context: z
    .string()
    .max(16_384)
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
      return { flags: evaluations.map(toAnswer), ...stamp };
    }
    const { constants, evaluations, stamp } = evaluator.all(principal, given);
    const all = [...constants.answers, ...evaluations];
    return { flags: all.map(toAnswer), ...stamp };
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
    async request =>
      many(
        request.principal as KeyPrincipal,
        request.body.flags,
        request.body.context,
      ),
  );

  app.get(
    '/evaluate/bulk',
    {
      config,
      serializerCompiler,
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
    async request =>
      many(
        request.principal as KeyPrincipal,
        request.query.flags,
        contextOf(request.query),
      ),
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

function toAnswer(result: Evaluation): z.input<typeof answer> {
  const { ok: _ok, ...rest } = result;
  return rest;
}

function refusal({ errorCode, errorDetails }: Failure): Problem {
  return errorCode === 'FLAG_NOT_FOUND'
    ? problems.notFound(errorDetails)
    : problems.unprocessable(`${errorCode}: ${errorDetails}`);
}
