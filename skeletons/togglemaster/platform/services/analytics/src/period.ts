import { problems } from '@togglemaster/kit';
import { z } from 'zod';

const DAY_MS = 86_400_000;
const MAX_DAYS = 92;

const time = z.iso
  .datetime({ offset: true })
  .transform(text => new Date(text).toISOString());

/** A time to look at; by default the last day. */
export const period = {
  from: time.optional(),
  to: time.optional(),
};

/**
 * @param part where it was given, for the path of a fault
 * @throws Problem 400 for one that is upside down, too long or yet to come
 */
export function periodOf(
  given: { from?: string; to?: string },
  now: Date,
  part: 'querystring' | 'body',
): { from: string; to: string } {
  const to = given.to ?? now.toISOString();
  const from = given.from ?? new Date(Date.parse(to) - DAY_MS).toISOString();
  // Clocks differ, and a day may be asked for before it is over.
  if (Date.parse(to) > now.getTime() + DAY_MS) {
    throw refusal(`${part}/to`, 'lies more than a day ahead');
  }
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  if (days < 0) throw refusal(`${part}/from`, 'has to be before to');
  if (days > MAX_DAYS) {
    throw refusal(`${part}/from`, `At most ${MAX_DAYS} days can be looked at`);
  }
  return { from, to };
}

/** Of one field. */
export const refusal = (path: string, message: string) =>
  problems.invalid(`${path}: ${message}`, [{ path, message }]);
