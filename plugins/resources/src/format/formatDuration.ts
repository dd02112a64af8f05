const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** A length of time in its two largest units: `1m 5s`; below ten seconds more exactly: `2.4s`, `42ms`. */
export function formatDuration(ms: number, language: string): string {
  const format = (count: number, unit: string, digits = 0) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit,
      unitDisplay: 'narrow',
      maximumFractionDigits: digits,
    }).format(count);

  const length = Math.max(0, ms);
  if (length < 950) {
    return format(length, 'millisecond');
  }
  if (length < 9_950) {
    return format(length / 1000, 'second', 1);
  }
  const whole = Math.round(length / 1000) * 1000;
  const first = units.findIndex(([, size]) => whole >= size);
  return units
    .slice(first, first + 2)
    .map(([unit, size], index) => {
      const rest = index === 0 ? whole : whole % units[first][1];
      return { unit, count: Math.floor(rest / size) };
    })
    .filter(({ count }) => count > 0)
    .map(({ unit, count }) => format(count, unit))
    .join(' ');
}
