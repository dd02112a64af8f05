import type { RunItem } from '../api/ResourcesApi';

/** A run as the portal describes it: an apply of `invoices` that has made one of two things. */
export function aRun(overrides: Partial<RunItem> = {}): RunItem {
  const id = overrides.id ?? 'run-1';
  return {
    id,
    resourceId: 'resource-invoices',
    resourceName: 'invoices',
    resourceType: 's3-bucket',
    environment: 'dev',
    owner: 'group:default/payments',
    operation: 'apply',
    status: 'applying',
    attempt: 1,
    requestedBy: 'user:default/ana',
    createdAt: '2026-03-04T12:00:00.000Z',
    startedAt: '2026-03-04T12:00:01.000Z',
    plannedAt: '2026-03-04T12:00:05.000Z',
    applyingAt: '2026-03-04T12:00:05.000Z',
    bundleDigest: 'b1946ac92492d2347c6235b4d2611184'.repeat(2),
    steps: [
      {
        step: 'prepare',
        status: 'finished',
        startedAt: '2026-03-04T12:00:01.000Z',
        durationMs: 40,
      },
      {
        step: 'init',
        status: 'finished',
        startedAt: '2026-03-04T12:00:01.100Z',
        durationMs: 1200,
      },
      {
        step: 'plan',
        status: 'finished',
        startedAt: '2026-03-04T12:00:02.300Z',
        durationMs: 2600,
      },
      {
        step: 'apply',
        status: 'started',
        startedAt: '2026-03-04T12:00:05.000Z',
      },
    ],
    progress: {
      done: 1,
      total: 2,
      current: [
        {
          address: 'aws_s3_bucket_versioning.this',
          action: 'create',
          since: '2026-03-04T12:00:06.000Z',
        },
      ],
    },
    summary: {
      create: 2,
      update: 0,
      replace: 0,
      delete: 0,
      import: 0,
      changes: [
        {
          address: 'aws_s3_bucket.this',
          type: 'aws_s3_bucket',
          name: 'this',
          action: 'create',
        },
        {
          address: 'aws_s3_bucket_versioning.this',
          type: 'aws_s3_bucket_versioning',
          name: 'this',
          action: 'create',
        },
      ],
    },
    cancelable: true,
    actions: { decide: false, retry: false },
    ...overrides,
  };
}
