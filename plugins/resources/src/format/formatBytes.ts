const units = ['byte', 'kilobyte', 'megabyte'];

/** A size for people: `812 byte`, `14.2 kB`, `1.2 MB`. */
export function formatBytes(bytes: number, language: string): string {
  const digits = Math.max(1, Math.floor(bytes)).toString().length;
  const power = Math.min(Math.floor((digits - 1) / 3), units.length - 1);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[power],
    maximumFractionDigits: 1,
  }).format(bytes / 1_000 ** power);
}
