import { planResult, summary } from '../testing/builders';
import { foldChange } from './foldChange';
import type { RunRecord } from './RunRecord';

const now = new Date('2026-01-01T00:00:00.000Z');

const run: RunRecord = {
  id: 'run',
  resourceId: 'resource',
  operation: 'apply',
  status: 'pending',
  attempt: 0,
  requestedBy: 'user:default/ana',
  owner: 'group:default/payments',
  bundleDigest: 'sha256:x',
  variables: {},
  searchOrphans: false,
  applyStarted: false,
  confirm: false,
  waitsForApply: false,
  steps: [],
  eventSeq: 4,
  createdAt: now,
};

const finishPlan = {
  type: 'finish_plan',
  planDigest: planResult.digest,
  summary,
} as const;

describe('foldChange', () => {
  it('goes through its transitions, each with its time and its event', () => {
    const { patch, events } = foldChange(
      run,
      {
        transitions: [
          { type: 'claim', attempt: 1 },
          finishPlan,
          { type: 'start_apply' },
        ],
      },
      now,
    );

    expect(patch).toEqual({
      status: 'applying',
      attempt: 1,
      planDigest: planResult.digest,
      summary,
      applyStarted: true,
      startedAt: now,
      plannedAt: now,
      applyingAt: now,
      eventSeq: 7,
    });
    expect(events).toEqual(
      ['planning', 'planned', 'applying'].map((status, index) => ({
        type: 'status',
        status,
        seq: 5 + index,
        time: now.toISOString(),
      })),
    );
  });

  it('puts other events first, at their own time', () => {
    const time = '2025-12-31T23:59:59.000Z';

    const { events } = foldChange(
      run,
      {
        events: [
          { type: 'log', source: 'portal', level: 'info', message: 'x', time },
        ],
        transitions: [{ type: 'cancel' }],
      },
      now,
    );

    expect(events).toMatchObject([
      { seq: 5, type: 'log', time },
      { seq: 6, type: 'status', status: 'canceled' },
    ]);
  });

  it('ends a run with its failure', () => {
    const failure = { code: 'launch_failed', message: 'no' };

    const { patch, events } = foldChange(
      run,
      { transitions: [{ type: 'fail', failure }] },
      now,
    );

    expect(patch).toMatchObject({ status: 'failed', failure, finishedAt: now });
    expect(events).toMatchObject([{ status: 'failed', failure }]);
  });

  it('refuses what the status doesn’t allow, as a conflict', () => {
    const fold = () =>
      foldChange(run, { transitions: [{ type: 'start_apply' }] }, now);

    expect(fold).toThrow(
      expect.objectContaining({
        name: 'ConflictError',
        message: expect.stringContaining('Run run is pending'),
      }),
    );
  });

  it('doesn’t believe a row that lacks what its status needs', () => {
    const broken = { ...run, status: 'applying' as const };

    expect(() => foldChange(broken, {}, now)).toThrow(
      'its row lacks what that needs',
    );
  });
});
