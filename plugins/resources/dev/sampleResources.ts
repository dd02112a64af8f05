import type { ResourceItem } from '../src';
import { aResource } from '../src/testing/aResource';

const HOUR = 3_600_000;

const statuses = [
  'active',
  'active',
  'active',
  'creating',
  'active',
  'failed',
  'active',
  'updating',
  'needs_attention',
  'deleting',
] as const;

/** 200 resources of many kinds. Times are in milliseconds. */
export function sampleResources(now: number): ResourceItem[] {
  const ago = (hours: number) => new Date(now - hours * HOUR).toISOString();
  const many = Array.from({ length: 199 }, (_, index) => {
    const type = ['s3-bucket', 'sqs-queue', 'postgres'][index % 3];
    const status = statuses[index % statuses.length];
    return aResource({
      name: `${type}-${index}`,
      type,
      status,
      environment: index % 4 ? 'dev' : 'prod',
      owner: index % 5 ? 'group:default/payments' : 'user:default/ana',
      createdAt: ago(index ** 2 / 4 + 0.5),
      expiresAt: index % 3 ? undefined : ago(-24 * ((index % 9) - 1)),
      run: {
        id: status === 'failed' ? 'run-failed' : 'run-live',
        operation: status === 'deleting' ? 'destroy' : 'apply',
        status: status === 'failed' ? 'failed' : 'applying',
      },
    });
  });
  return [
    aResource({
      name: 'invoices',
      createdAt: ago(0.2),
      expiresAt: ago(-24 * 14),
      description: 'PDFs of the invoices that were sent, kept for ten years',
      outputs: {
        bucket_arn: { sensitive: false, value: 'arn:aws:s3:::invoices' },
        bucket_name: { sensitive: false, value: 'invoices' },
        lifecycle: {
          sensitive: false,
          value: { transition_days: 30, storage_class: 'STANDARD_IA' },
        },
        upload_key: { sensitive: true },
      },
      run: { id: 'run-live', operation: 'apply', status: 'applying' },
    }),
    ...many,
  ];
}
