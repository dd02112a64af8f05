import {
  condition,
  flagKey,
  plainText,
  rollout,
  rule,
  slug,
  variantName,
  type Serve,
} from '@togglemaster/rules';
import { z } from 'zod';

/** A rule with where it belongs. */
export const storedRule = rule.extend({
  project: slug,
  environment: slug,
  /** Grows with each change; a change names the one it was made from. */
  revision: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type StoredRule = z.infer<typeof storedRule>;

/** The seed of a rollout may be left out: then it is the flag's key. */
const givenServe = z.union([
  z.strictObject({ variant: variantName }),
  z.strictObject({ rollout: rollout.partial({ seed: true }) }),
]);
export type GivenServe = z.output<typeof givenServe>;

const position = z.int().min(0).max(1_000_000);
const content = {
  name: plainText(100).min(1),
  enabled: z.boolean().default(true),
  conditions: z.array(condition).max(50).default([]),
  serve: givenServe,
};

export const newRule = z.strictObject({
  project: slug,
  environment: slug,
  flag: flagKey,
  ...content,
  /** Lower comes first. Default: after all others. */
  position: position.optional(),
});
export type NewRule = z.output<typeof newRule>;

export const ruleUpdate = z.strictObject({
  ...content,
  position,
  revision: z.int(),
});
export type RuleUpdate = z.output<typeof ruleUpdate>;

export function withSeed(given: GivenServe, seed: string): Serve {
  if ('variant' in given) return given;
  return { rollout: { ...given.rollout, seed: given.rollout.seed ?? seed } };
}
