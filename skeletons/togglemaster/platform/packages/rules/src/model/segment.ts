import { z } from 'zod';
import { condition } from './condition.ts';
import { plainText, slug } from './names.ts';

const keys = z.array(z.string().min(1).max(256)).max(10_000);

/** A named group of users: by key, or by conditions that all have to hold. */
export const segment = z.object({
  key: slug,
  name: plainText(100),
  /** Targeting keys that are in whatever the conditions say. */
  included: keys,
  /** Targeting keys that are out, also when included. */
  excluded: keys,
  conditions: z
    .array(condition)
    .max(50)
    .refine(
      list => list.every(({ op }) => op !== 'segment' && op !== 'notSegment'),
      'a segment does not refer to segments',
    ),
});

export type Segment = z.infer<typeof segment>;
