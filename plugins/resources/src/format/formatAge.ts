import { pickUnit } from './pickUnit';

/** How long ago `since` is, in its largest unit: `3 days`. Times are in milliseconds or ISO 8601. */
export function formatAge(
  since: string,
  now: number,
  language: string,
): string {
  const { unit, count } = pickUnit(
    Math.max(0, now - new Date(since).getTime()),
  );
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(count);
}
