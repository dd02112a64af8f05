import type { SuiteResult } from './Suite';

export type Line = SuiteResult & { name: string; seconds: number };

/** The table at the end and, as the very last line, the totals. */
export function summary(lines: Line[]): string {
  const rows = [
    ['suite', 'passed', 'failed', 'skipped', 'seconds'],
    ...lines.map(line => [
      line.name,
      String(line.passed),
      String(line.failed),
      String(line.skipped),
      line.seconds.toFixed(1),
    ]),
  ];
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  const table = rows.map(row =>
    row
      .map((cell, column) =>
        column === 0
          ? cell.padEnd(widths[column])
          : cell.padStart(widths[column]),
      )
      .join('  '),
  );
  const sum = (key: keyof SuiteResult) =>
    lines.reduce((total, line) => total + line[key], 0);
  return [
    '',
    ...table,
    '',
    `total: ${sum('passed')} passed, ${sum('failed')} failed, ${sum(
      'skipped',
    )} skipped`,
  ].join('\n');
}
