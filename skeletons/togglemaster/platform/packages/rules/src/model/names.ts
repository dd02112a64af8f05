import { z } from 'zod';

/** Names that JavaScript gives a meaning to on any object. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);
const notReserved = (name: string) => !RESERVED.has(name);

/** A flag's key, as OFREP allows it in a path. */
export const flagKey = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
    'use 1 to 100 of A-Z a-z 0-9 . _ - and begin with a letter or digit',
  )
  .refine(notReserved, 'this name is reserved');

/** The key of a project, an environment or a segment. */
export const slug = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,49}$/,
    'use 1 to 50 of a-z 0-9 - and begin with a letter',
  )
  .refine(notReserved, 'this name is reserved');

export const variantName = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,49}$/,
    'use 1 to 50 of A-Z a-z 0-9 . _ - and begin with a letter or digit',
  )
  .refine(notReserved, 'this name is reserved');

/** Text that people read: no control, direction or zero-width characters. */
export const plainText = (max: number) =>
  z
    .string()
    .max(max)
    .regex(
      /^[^\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]*$/u,
      'control, direction and zero-width characters are not allowed',
    );

/** An attribute of the context; dots lead into objects: "plan.tier". */
export const attributeName = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cf}]+$/u, 'control characters are not allowed')
  .refine(name => name.split('.').every(notReserved), 'this name is reserved');
