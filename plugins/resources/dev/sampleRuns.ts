import type { RunItem } from '../src';
import { aPlan } from '../src/testing/aPlan';
import { aRun } from '../src/testing/aRun';

/** A run that goes on and one of each end. Times are in milliseconds. */
export function sampleRuns(now: number): RunItem[] {
  const at = (minutes: number) =>
    new Date(now - minutes * 60_000).toISOString();
  const summary = {
    create: 1,
    update: 1,
    replace: 1,
    delete: 1,
    import: 0,
    changes: aPlan().changes.map(({ address, type, name, action }) => ({
      address,
      type,
      name,
      action,
    })),
  };
  const ended = {
    createdAt: at(90),
    startedAt: at(89),
    finishedAt: at(87),
    cancelable: false,
    progress: undefined,
    summary,
    plan: aPlan(),
  };
  return [
    aRun({
      id: 'run-live',
      createdAt: at(0.2),
      startedAt: at(0.1),
      summary,
      plan: aPlan(),
      progress: { done: 0, total: 4, current: [] },
    }),
    aRun({ id: 'run-applied', ...ended, status: 'applied' }),
    aRun({ id: 'run-canceled', ...ended, status: 'canceled' }),
    aRun({
      id: 'run-failed',
      ...ended,
      status: 'failed',
      failure: {
        code: 'apply_failed',
        step: 'apply',
        message:
          'AWS refused to create aws_s3_bucket.this: BucketAlreadyExists. The name invoices is taken by another account; choose another name.',
      },
    }),
    aRun({
      id: 'run-attention',
      ...ended,
      status: 'needs_attention',
      orphans: ['arn:aws:s3:::invoices-logs'],
      failure: {
        code: 'runner_lost',
        message:
          'The runner of attempt 1 vanished while Terraform was applying. 1 of 4 changes had been reported done.',
      },
    }),
    aRun({
      id: 'run-locked',
      ...ended,
      status: 'failed',
      plan: undefined,
      summary: undefined,
      failure: {
        code: 'locked',
        step: 'plan',
        message: 'The state is locked by somebody else.',
        lock: {
          id: 'd3b07384-d9a0-4c9b-8f0e-1f6ad8b0a111',
          who: 'paula@laptop',
          operation: 'OperationTypeApply',
          created: at(300),
        },
      },
    }),
    aRun({
      id: 'run-queued',
      status: 'pending',
      createdAt: at(1),
      startedAt: undefined,
      queuePosition: 3,
      steps: [],
      progress: undefined,
      summary: undefined,
    }),
  ];
}
