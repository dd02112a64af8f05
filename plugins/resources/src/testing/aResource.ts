import type { ResourceItem } from '../api/ResourcesApi';

/** Of who may only look. */
export const noActions = {
  extend: false,
  destroy: false,
  change: false,
  upgrade: false,
};

/** A resource as the portal describes it: an active bucket of the payments team, three days old. */
export function aResource(overrides: Partial<ResourceItem> = {}): ResourceItem {
  const name = overrides.name ?? 'invoices';
  const shortId = overrides.shortId ?? 'k3x9ab';
  return {
    id: `resource-${name}`,
    shortId,
    type: 's3-bucket',
    name,
    environment: 'dev',
    status: 'active',
    owner: 'group:default/payments',
    createdBy: 'user:default/ana',
    region: 'us-east-1',
    createdAt: '2026-03-01T12:00:00.000Z',
    updatedAt: '2026-03-01T12:01:00.000Z',
    entityRef: `resource:default/${name}-${shortId}`,
    links: [
      {
        title: 'AWS console',
        url: `https://s3.console.aws.amazon.com/s3/buckets/${name}`,
      },
    ],
    uses: [],
    usedBy: [],
    usedByOthers: 0,
    costCenter: 'CC-1001',
    templateRef: 'template:default/s3-bucket',
    inputs: { bucket_name: name, versioning: true },
    outputs: {
      bucket_arn: { sensitive: false, value: `arn:aws:s3:::${name}` },
      bucket_name: { sensitive: false, value: name },
    },
    tags: { Name: name, Owner: 'payments', Environment: 'dev' },
    account: '123456789012',
    state: {
      bucket: 'terrastage-state-dev',
      key: `s3-bucket/payments/${name}-${shortId}/terraform.tfstate`,
      region: 'us-east-1',
      lineage: '7c1d0a52-6a2f-7d7e-3e2b-0f2a4d9b1c11',
      serial: 4,
      versionId: 'v-4',
      terraformVersion: '1.11.4',
    },
    bundleDigest: 'b1946ac92492d2347c6235b4d2611184'.repeat(2),
    managed: [
      {
        address: 'aws_s3_bucket.this',
        type: 'aws_s3_bucket',
        name: 'this',
        id: name,
        arn: `arn:aws:s3:::${name}`,
      },
      {
        address: 'aws_s3_bucket_versioning.this',
        type: 'aws_s3_bucket_versioning',
        name: 'this',
        id: name,
      },
    ],
    templateVersion: '1.0.0',
    parameters: { name, versions: 'keep' },
    actions: { extend: true, destroy: true, change: true, upgrade: false },
    ...overrides,
  };
}
