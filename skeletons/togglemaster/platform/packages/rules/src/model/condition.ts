import { z } from 'zod';
import { attributeName, slug } from './names.ts';
import { cidr, pattern, semanticVersion, timestamp } from './operands.ts';

const scalar = z.union([z.string().max(500), z.number(), z.boolean()]);
const scalars = z.array(scalar).min(1).max(1000);
const strings = z.array(z.string().min(1).max(500)).min(1).max(1000);

const on = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject({ attribute: attributeName, ...shape });

/**
 * One test of the context. The negated operators are the exact opposite of
 * their positive ones, so they hold for a context without the attribute.
 * A value of another type than the operator's never matches a positive one.
 */
export const condition = z.discriminatedUnion('op', [
  on({ op: z.enum(['equals', 'notEquals']), value: scalar }),
  on({ op: z.enum(['in', 'notIn']), values: scalars }),
  on({ op: z.enum(['contains', 'startsWith', 'endsWith']), values: strings }),
  on({ op: z.enum(['lt', 'lte', 'gt', 'gte']), value: z.number() }),
  on({
    op: z.enum(['semverEq', 'semverLt', 'semverLte', 'semverGt', 'semverGte']),
    value: semanticVersion,
  }),
  on({ op: z.enum(['before', 'after']), value: timestamp }),
  on({ op: z.enum(['matches', 'notMatches']), value: pattern }),
  on({
    op: z.enum(['inCidr', 'notInCidr']),
    values: z.array(cidr).min(1).max(1000),
  }),
  on({ op: z.enum(['exists', 'notExists']) }),
  z.strictObject({ op: z.enum(['segment', 'notSegment']), segment: slug }),
]);

export type Condition = z.infer<typeof condition>;

/** The attribute that stands for the time of the evaluation. */
export const NOW_ATTRIBUTE = '$now';
