import { z } from 'zod';

/** Ids of ours are UUIDs: what isn't one is no id of anything, and never gets as far as the database. */
export function isId(text: string): boolean {
  return z.uuid().safeParse(text).success;
}
