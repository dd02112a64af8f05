import { serve, servedBy, type Serve } from '../model/rule.ts';
import { FLAG_KEY, type Logic } from './Logic.ts';
import { ImportError, operation, variable } from './readConditions.ts';

/** The flag that a branch belongs to. */
export type Served = { key: string; variants: Record<string, unknown> };

/**
 * What a branch of a flagd `if` serves: a variant, or a `fractional`.
 *
 * @throws ImportError also for a variant that the flag lacks
 */
export function readServe(logic: Logic, flag: Served, path: string): Serve {
  const parsed = serve.safeParse(candidate(logic, flag.key, path));
  if (!parsed.success) {
    throw new ImportError(
      path,
      parsed.error.issues[0]?.message ?? 'not a variant',
    );
  }
  const unknown = servedBy(parsed.data).find(
    name => !Object.hasOwn(flag.variants, name),
  );
  if (unknown !== undefined) {
    throw new ImportError(path, `no variant is called ${unknown}`);
  }
  return parsed.data;
}

function candidate(logic: Logic, flag: string, path: string): object {
  if (typeof logic === 'string') return { variant: logic };
  if (typeof logic === 'boolean') return { variant: String(logic) };
  const [operator, args] = operation(logic, path);
  if (operator !== 'fractional') {
    throw new ImportError(path, `${operator} does not name a variant`);
  }
  const [head, ...rest] = args;
  const buckets = Array.isArray(head) ? args : rest;
  const by = Array.isArray(head)
    ? { seed: flag, bucketBy: 'targetingKey' }
    : readBucketing(head ?? null, flag, path);
  return { rollout: { ...by, weights: buckets.map(toWeight(path)) } };
}

function toWeight(path: string) {
  return (bucket: Logic, index: number) => {
    if (Array.isArray(bucket)) {
      const [variant, weight = 1] = bucket;
      return { variant: String(variant), weight };
    }
    throw new ImportError(`${path}/fractional/${index}`, 'not a bucket');
  };
}

/** {"cat": ["seed", {"var": "attribute"}]}: what our seeds are to flagd. */
function readBucketing(logic: Logic, flag: string, path: string) {
  const [operator, args] = operation(logic, path);
  if (operator !== 'cat' || args.length !== 2) {
    throw new ImportError(
      path,
      'a rollout needs a seed: {"cat": ["seed", {"var": "targetingKey"}]}',
    );
  }
  const [seed, attribute] = args;
  const text =
    typeof seed === 'string'
      ? seed
      : variable(seed, path) === FLAG_KEY
        ? flag
        : undefined;
  if (text === undefined) {
    throw new ImportError(path, `a seed is a text or {"var": "${FLAG_KEY}"}`);
  }
  return { seed: text, bucketBy: variable(attribute, path) };
}
