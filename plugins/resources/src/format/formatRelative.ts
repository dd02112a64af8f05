import { pickUnit } from './pickUnit';

/** Where `time` (ISO 8601) lies from `now` (milliseconds): `in 5 days`, `2 hours ago`. */
export function formatRelative(
  time: string,
  now: number,
  language: string,
): string {
  const distance = new Date(time).getTime() - now;
  const { unit, count } = pickUnit(distance);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
    distance < 0 ? -count : count,
    unit,
  );
}
