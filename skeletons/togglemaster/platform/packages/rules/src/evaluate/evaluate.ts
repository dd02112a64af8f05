import type { CompiledFlag, Snapshot } from '../compile/Snapshot.ts';
import type { CompiledRule } from '../compile/compileRule.ts';
import type { Context } from '../model/context.ts';
import type { ErrorCode, Evaluation, Failure, Reason } from './Evaluation.ts';

/** Of one context at one time, by key: each is evaluated once, however many flags need it. */
export type Prerequisites = Map<string, Evaluation>;

/** For the stack. The flag service lets far fewer follow one another, and refuses circles. */
const MAX_DEPTH = 100;

/**
 * What a context gets for a flag, and why: off, else the first rule that holds,
 * else the default variant. It never throws. `known` may be shared by all flags
 * that a request asks for.
 */
export function evaluate(
  snapshot: Snapshot,
  key: string,
  context: Context,
  nowMs: number,
  known?: Prerequisites,
  depth = 0,
): Evaluation {
  const flag = snapshot.flags.get(key);
  if (!flag) return failure(key, 'FLAG_NOT_FOUND', `No flag ${key} here`);
  if (!flag.enabled) return answer(flag, flag.offVariant, 'DISABLED');

  if (flag.prerequisites.length > 0) {
    const unmet = unmetPrerequisite(
      snapshot,
      flag,
      context,
      nowMs,
      known ?? new Map(),
      depth,
    );
    if (unmet !== undefined) {
      return answer(flag, flag.offVariant, 'DISABLED', unmet);
    }
  }

  const surroundings = { segments: snapshot.segments, nowMs };
  for (const rule of flag.rules) {
    if (rule.holds(context, surroundings)) {
      const result = serve(flag, rule, context);
      if (result) return result;
    }
  }
  return answer(
    flag,
    flag.defaultVariant,
    flag.rules.length === 0 ? 'STATIC' : 'DEFAULT',
  );
}

/** Nothing when the rule splits by an attribute that the context lacks. */
function serve(
  flag: CompiledFlag,
  rule: CompiledRule,
  context: Context,
): Evaluation | undefined {
  if ('variant' in rule.serve) {
    return answer(flag, rule.serve.variant, 'TARGETING_MATCH', rule);
  }
  const { rollout } = rule.serve;
  const variant = rollout.pick(context);
  if (variant !== undefined) return answer(flag, variant, 'SPLIT', rule);
  if (rollout.bucketBy !== 'targetingKey') return undefined;
  return failure(
    flag.key,
    'TARGETING_KEY_MISSING',
    `The rule "${rule.name}" splits by targetingKey`,
  );
}

function unmetPrerequisite(
  snapshot: Snapshot,
  flag: CompiledFlag,
  context: Context,
  nowMs: number,
  known: Prerequisites,
  depth: number,
): string | undefined {
  if (depth >= MAX_DEPTH) return flag.prerequisites[0]?.flag;
  return flag.prerequisites.find(({ flag: key, variants }) => {
    let other = known.get(key);
    if (!other) {
      // In a circle it meets itself here, and is not met.
      known.set(key, UNDER_WAY);
      other = evaluate(snapshot, key, context, nowMs, known, depth + 1);
      known.set(key, other);
    }
    // Off is off, whatever its off variant is called.
    if (!other.ok || other.reason === 'DISABLED') return true;
    return !variants.includes(other.variant);
  })?.flag;
}

const UNDER_WAY = failure('', 'GENERAL', 'A prerequisite of itself');

/** What decided: a rule, or the key of a prerequisite that was not met. */
type Decider = CompiledRule | string | undefined;

const ANSWERS = new WeakMap<
  CompiledFlag,
  Map<Decider, Map<string, Evaluation>>
>();

/** One object for each variant by each decider. The reason follows from the flag and the decider. */
function answer(
  flag: CompiledFlag,
  variant: string,
  reason: Reason,
  decider?: Decider,
): Evaluation {
  let byDecider = ANSWERS.get(flag);
  if (!byDecider) ANSWERS.set(flag, (byDecider = new Map()));
  let byVariant = byDecider.get(decider);
  if (!byVariant) byDecider.set(decider, (byVariant = new Map()));
  let known = byVariant.get(variant);
  if (!known) {
    known = makeAnswer(flag, variant, reason, decider);
    byVariant.set(variant, known);
  }
  return known;
}

function makeAnswer(
  flag: CompiledFlag,
  variant: string,
  reason: Reason,
  decider: Decider,
): Evaluation {
  const rule = typeof decider === 'object' ? decider : undefined;
  const value = flag.variants[variant];
  if (value === undefined) {
    const by = rule ? `The rule "${rule.name}"` : 'The flag';
    return failure(
      flag.key,
      'GENERAL',
      `${by} serves the variant ${variant}, which the flag does not have`,
    );
  }
  return {
    ok: true,
    key: flag.key,
    value,
    variant,
    reason,
    ...(rule ? { rule: { id: rule.id, name: rule.name } } : {}),
    ...(typeof decider === 'string' ? { prerequisite: decider } : {}),
  };
}

function failure(
  key: string,
  errorCode: ErrorCode,
  errorDetails: string,
): Failure {
  return { ok: false, key, errorCode, errorDetails };
}
