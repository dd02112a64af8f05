import type { Request } from 'express';
import { z } from 'zod';
import { parse } from './parse';

const schema = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(200)
    .regex(/^[\x20-\x7e]+$/, 'must be printable ASCII')
    .optional(),
});

/** @throws InputError for one that is empty, too long or not plain text. */
export function readIdempotencyKey(request: Request): string | undefined {
  return parse(schema, request.headers, 'The header')['idempotency-key'];
}
