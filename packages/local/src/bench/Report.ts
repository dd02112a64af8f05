/** One measured figure beside what it should be. */
export type Figure = {
  name: string;
  value: number;
  unit: 's' | 'ms' | 'x' | 'MB' | 'calls';
  /** Upper bound that the figure must not pass. */
  atMost?: number;
};

/** Collects figures and says which of them miss their bound. */
export class Report {
  private readonly figures: Figure[] = [];

  constructor(private readonly write: (line: string) => void) {}

  heading(title: string): void {
    this.write(`\n${title}`);
  }

  add(figure: Figure): void {
    this.figures.push(figure);
    this.write(`  ${format(figure)}`);
  }

  missed(): Figure[] {
    return this.figures.filter(
      ({ value, atMost }) => atMost !== undefined && value > atMost,
    );
  }
}

export function format({ name, value, unit, atMost }: Figure): string {
  const digits = ['ms', 'MB', 'calls'].includes(unit) ? 0 : 2;
  const amount = `${value.toFixed(digits)} ${unit}`.padStart(10);
  if (atMost === undefined) {
    return `${name.padEnd(58)} ${amount}`;
  }
  const verdict = value <= atMost ? 'holds' : 'MISSED';
  return `${name.padEnd(58)} ${amount}   at most ${atMost} ${unit}: ${verdict}`;
}
