export type Figure = {
  name: string;
  /** CPU a request. */
  micros?: number;
  /** A ratio, or what the name says. */
  value?: number;
  atMost?: number;
  atLeast?: number;
};

/** Figures as a table that can go into a README. */
export function report(figures: Figure[]): string {
  const rows = [
    ['', 'µs', 'measured', 'bound'],
    ['---', '---', '---', '---'],
    ...figures.map(figure => [
      figure.name,
      figure.micros === undefined ? '' : figure.micros.toFixed(0),
      figure.value === undefined ? '' : shown(figure.value),
      boundOf(figure),
    ]),
  ];
  return rows.map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

function boundOf({ value = 0, atMost, atLeast }: Figure): string {
  if (atMost !== undefined) {
    return `at most ${atMost}${value > atMost ? ': **missed**' : ''}`;
  }
  if (atLeast !== undefined) {
    return `at least ${atLeast}${value < atLeast ? ': **missed**' : ''}`;
  }
  return '';
}

const shown = (value: number) => value.toFixed(value < 10 ? 2 : 0);
