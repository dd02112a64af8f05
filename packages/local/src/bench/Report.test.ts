import { format, Report } from './Report';

describe('Report', () => {
  it('says which figures miss their bound', () => {
    const lines: string[] = [];
    const report = new Report(line => lines.push(line));

    report.add({ name: 'fast', value: 0.79, unit: 'x', atMost: 0.8 });
    report.add({ name: 'slow', value: 1.21, unit: 'x', atMost: 1.2 });
    report.add({ name: 'only told', value: 900, unit: 'MB' });

    expect(report.missed().map(figure => figure.name)).toEqual(['slow']);
    expect(lines).toHaveLength(3);
  });

  it('shows the bound and whether it holds', () => {
    expect(
      format({ name: 'ratio', value: 0.5, unit: 'x', atMost: 0.8 }),
    ).toContain('at most 0.8 x: holds');
    expect(
      format({ name: 'ratio', value: 0.9, unit: 'x', atMost: 0.8 }),
    ).toContain('MISSED');
  });
});
