import { mockServices } from '@backstage/backend-test-utils';
import { events } from '../testing/builders';
import { RunLog } from './RunLog';

type Body = Parameters<typeof events>[number];

function linesOf(...bodies: Body[]): string[] {
  const lines: string[] = [];
  const write = (level: string) => (message: string) => {
    lines.push(`${level}: ${message}`);
  };
  const logger = mockServices.logger.mock({
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  });
  const log = new RunLog(logger);
  events(...bodies).forEach(event => log.write(event));
  return lines;
}

describe('RunLog', () => {
  it('says the status in words', () => {
    expect(linesOf({ type: 'status', status: 'needs_attention' })).toEqual([
      'info: Run: needs attention',
    ]);
  });

  it('says each step with its time', () => {
    expect(
      linesOf(
        { type: 'step', step: 'init', status: 'started' },
        { type: 'step', step: 'init', status: 'finished', durationMs: 649 },
        { type: 'step', step: 'plan', status: 'failed', durationMs: 2_040 },
      ),
    ).toEqual([
      'info: Step init: started',
      'info: Step init: finished in 0.6 s',
      'error: Step plan: failed in 2.0 s',
    ]);
  });

  it('gives log lines their own level', () => {
    const log = { type: 'log', source: 'terraform' } as const;

    expect(
      linesOf(
        { ...log, level: 'debug', message: 'a' },
        { ...log, level: 'info', message: 'b' },
        { ...log, level: 'warn', message: 'c' },
        { ...log, level: 'error', message: 'd' },
      ),
    ).toEqual(['debug: a', 'info: b', 'warn: c', 'error: d']);
  });

  it('says where a diagnostic is, with its detail in whole lines', () => {
    expect(
      linesOf(
        {
          type: 'diagnostic',
          severity: 'error',
          summary: 'Invalid value for variable',
          detail: 'The name must not have two dots in a row.\n\nSee it.',
          file: 'variables.tf',
          line: 1,
          address: 'var.name',
        },
        {
          type: 'diagnostic',
          severity: 'warning',
          summary: 'Deprecated',
          detail: '',
        },
      ),
    ).toEqual([
      'error: Invalid value for variable (variables.tf:1, in var.name)',
      'error: The name must not have two dots in a row.',
      'error: See it.',
      'warn: Deprecated',
    ]);
  });

  it('leaves the full plan to the run page', () => {
    expect(linesOf({ type: 'plan_detail' })).toEqual([]);
  });

  describe('progress', () => {
    const since = '2026-01-01T00:00:00.000Z';
    const at = (seconds: number, done: number, ...addresses: string[]) =>
      ({
        type: 'progress',
        time: new Date(Date.parse(since) + seconds * 1000).toISOString(),
        done,
        total: 2,
        current: addresses.map(address => ({
          address,
          action: 'create',
          since,
        })),
      } as Body);

    it('is one line for each step forward', () => {
      expect(
        linesOf(
          at(0, 0, 'a', 'b'),
          at(1, 0, 'a', 'b'),
          at(2, 1, 'b'),
          at(3, 2),
          at(4, 2),
        ),
      ).toEqual([
        'info: 0 of 2 done, creating a, creating b',
        'info: 1 of 2 done, creating b',
        'info: 2 of 2 done',
      ]);
    });

    it('is one line every 30 seconds for what takes long', () => {
      const everySecond = Array.from({ length: 65 }, (_, second) =>
        at(second, 0, 'db'),
      );

      expect(linesOf(...everySecond)).toEqual([
        'info: 0 of 2 done, creating db',
        'info: 0 of 2 done, still creating db (30 s)',
        'info: 0 of 2 done, still creating db (60 s)',
      ]);
    });
  });

  describe('the plan', () => {
    const change = (index: number) => ({
      address: `aws_sqs_queue.q[${index}]`,
      type: 'aws_sqs_queue',
      name: 'q',
      action: 'create' as const,
    });
    const counts = { create: 0, update: 0, replace: 0, delete: 0, import: 0 };

    it('has a sign for each change', () => {
      const changes = (
        ['create', 'update', 'replace', 'delete', 'import'] as const
      ).map(action => ({ ...change(0), address: action, action }));

      expect(
        linesOf({
          type: 'plan',
          summary: {
            create: 1,
            update: 1,
            replace: 1,
            delete: 1,
            import: 1,
            changes,
          },
        }),
      ).toEqual([
        'info: Plan: 1 to create, 1 to update, 1 to replace, 1 to delete, 1 to import',
        'info:   + create',
        'info:   ~ update',
        'info:   -/+ replace',
        'info:   - delete',
        'info:   <= import',
      ]);
    });

    it('says that there is nothing to change', () => {
      expect(
        linesOf({ type: 'plan', summary: { ...counts, changes: [] } }),
      ).toEqual(['info: Plan: nothing to change']);
    });

    it('is cut where it is long', () => {
      const changes = Array.from({ length: 60 }, (_, index) => change(index));

      const lines = linesOf({
        type: 'plan',
        summary: { ...counts, create: 60, changes },
      });

      expect(lines).toHaveLength(52);
      expect(lines[51]).toBe('info:   and 10 more');
    });
  });
});
