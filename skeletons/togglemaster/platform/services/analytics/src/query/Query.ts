import { z } from 'zod';
import { period } from '../period.ts';
import { place } from '../place.ts';

const FIELDS = ['flag', 'variant', 'reason'] as const;
const GROUPS = [...FIELDS, 'hour', 'day'] as const;

/** The whole grammar of queries: nothing else reaches the table. */
export const query = z
  .strictObject({
    ...place,
    ...period,
    where: z
      .array(
        z.strictObject({
          field: z.enum(FIELDS),
          in: z.array(z.string().max(100)).min(1).max(100),
        }),
      )
      .max(10)
      .default([]),
    groupBy: z.array(z.enum(GROUPS)).min(1).max(3),
    orderBy: z
      .strictObject({
        field: z.enum(['evaluations', ...GROUPS]),
        direction: z.enum(['asc', 'desc']),
      })
      .default({ field: 'evaluations', direction: 'desc' }),
    limit: z.int().min(1).max(1000).default(100),
  })
  .refine(
    ({ groupBy, orderBy }) =>
      orderBy.field === 'evaluations' || groupBy.includes(orderBy.field),
    {
      path: ['orderBy', 'field'],
      message: 'order by evaluations or by one of groupBy',
    },
  );

export type Query = z.output<typeof query>;

export type QueryRow = { evaluations: number } & Partial<
  Record<(typeof GROUPS)[number], string>
>;
