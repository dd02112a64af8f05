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

/** @throws Problem 400 for one that is upside down or too long */
export function periodOf(
  given: { from?: string; to?: string },
  now: Date,
): { from: string; to: string } {
  const to = given.to ?? now.toISOString();
  const from = given.from ?? new Date(Date.parse(to) - DAY_MS).toISOString();
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  if (days < 0) throw problems.invalid('from has to be before to');
  if (days > MAX_DAYS) {
    throw problems.invalid(`At most ${MAX_DAYS} days can be looked at`);
  }
  return { from, to };
}
