import type {
  BundleUpload,
  CreateResourceRequest,
} from '@terrastage/plugin-resources-common';

export const MANIFEST = `
apiVersion: terrastage/v1
type: s3-bucket
title: S3 bucket
version: 1.2.3
name:
  type: string
  pattern: '^(?!xn--)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$'
variables:
  type: object
  additionalProperties: false
  required: [bucket_name]
  properties:
    bucket_name: { type: string, minLength: 3, maxLength: 63 }
    versioning: { type: boolean }
    days: { type: integer, minimum: 1, maximum: 365 }
    note: { type: string, maxLength: 200 }
links:
  - title: AWS console
    url: https://console.aws.amazon.com/s3/buckets/{name}?region={region}
  - title: Object
    url: https://example.com/{output.bucket_arn}
`;

export const MAIN_TF = `
variable "bucket_name" { type = string }
resource "aws_s3_bucket" "this" { bucket = var.bucket_name }
output "bucket_arn" { value = aws_s3_bucket.this.arn }
`;

/** A bundle of these files, over a small one that is right. `undefined` leaves a file out. */
export function bundleOf(
  files: Record<string, string | undefined> = {},
): BundleUpload {
  const all = { 'terrastage.yaml': MANIFEST, 'main.tf': MAIN_TF, ...files };
  return {
    files: Object.entries(all).flatMap(([path, text]) =>
      text === undefined
        ? []
        : [{ path, content: Buffer.from(text).toString('base64') }],
    ),
  };
}

/** A request that is right, but for what is given. */
export function createRequest(
  overrides: Partial<CreateResourceRequest> = {},
): CreateResourceRequest {
  const name = overrides.name ?? 'payments-receipts';
  return {
    type: 's3-bucket',
    name,
    environment: 'dev',
    owner: 'group:default/payments',
    costCenter: 'CC-1001',
    variables: { bucket_name: name },
    bundle: bundleOf(),
    ...overrides,
  };
}

export const summary = {
  create: 1,
  update: 0,
  replace: 0,
  delete: 0,
  import: 0,
  changes: [
    {
      address: 'aws_s3_bucket.this',
      type: 'aws_s3_bucket',
      name: 'this',
      action: 'create' as const,
    },
  ],
};

export const planResult = { digest: 'a'.repeat(64), summary };

/** The state of a resource that holds one bucket. */
export function stateRecord(serial = 1) {
  return {
    lineage: 'b6f5a4d1-0000-4000-8000-000000000001',
    serial,
    versionId: `v${serial}`,
    terraformVersion: '1.11.4',
    managed: [
      {
        address: 'aws_s3_bucket.this',
        type: 'aws_s3_bucket',
        name: 'this',
        id: 'payments-receipts',
        arn: 'arn:aws:s3:::payments-receipts',
      },
    ],
  };
}

export const appliedResult = {
  outcome: 'applied' as const,
  applyStarted: true,
  outputs: {
    bucket_arn: { sensitive: false, value: 'arn:aws:s3:::payments-receipts' },
    password: { sensitive: true },
  },
  state: stateRecord(),
};

export const INSTANCE_MANIFEST = `
apiVersion: terrastage/v1
type: instance
title: Instance
version: 1.0.0
uses:
  bucket:
    type: s3-bucket
    title: Bucket
    required: true
    variables: { bucket_arn: bucket_arn, zones: zones }
    outputs:
      schema: { properties: { zones: { minProperties: 1 } } }
      message: it has no zone; give it one
    choices:
      zone:
        output: zones
        schema: { properties: { open: { const: true } } }
        message: it is closed
  others:
    type: s3-bucket
    title: More buckets
    required: false
    many: true
    variables: { other_arns: bucket_arn }
  peers:
    type: instance
    title: Instances on the same bucket
    required: false
    many: true
    shares: bucket
    variables: { peer_arns: bucket_arn }
variables:
  type: object
  additionalProperties: false
  properties:
    zone: { type: string, default: a }
    size: { type: string }
`;

/** A request for something that is built on buckets. */
export function instanceRequest(
  overrides: Partial<CreateResourceRequest> = {},
): CreateResourceRequest {
  return createRequest({
    name: 'worker',
    type: 'instance',
    variables: {},
    bundle: bundleOf({ 'terrastage.yaml': INSTANCE_MANIFEST }),
    ...overrides,
  });
}
