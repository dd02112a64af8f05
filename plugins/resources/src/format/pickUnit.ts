export type TimeUnit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';

const sizes: ReadonlyArray<readonly [TimeUnit, number]> = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

/** The largest unit of which `ms` holds at least one, and how many whole ones; seconds when it holds none. */
export function pickUnit(ms: number): { unit: TimeUnit; count: number } {
  const size = Math.abs(ms);
  const [unit, length] =
    sizes.find(candidate => size >= candidate[1]) ?? sizes[sizes.length - 1];
  return { unit, count: Math.floor(size / length) };
}
