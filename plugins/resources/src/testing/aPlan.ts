import type { PlanItem } from '../api/ResourcesApi';

/** A plan with one change of every kind that a person has to read. */
export function aPlan(overrides: Partial<PlanItem> = {}): PlanItem {
  const of = (type: string) => ({
    type,
    name: 'this',
    address: `${type}.this`,
    providerName: 'registry.terraform.io/hashicorp/aws',
  });
  return {
    terraformVersion: '1.11.4',
    formatVersion: '1.2',
    changes: [
      {
        ...of('aws_s3_bucket'),
        action: 'create',
        attributes: [
          { path: 'bucket', after: 'invoices' },
          { path: 'arn', afterUnknown: true },
          { path: 'force_destroy', after: false },
        ],
      },
      {
        ...of('aws_s3_bucket_policy'),
        action: 'update',
        attributes: [
          {
            path: 'policy',
            before: '{"Statement":[{"Effect":"Deny","Action":"s3:*"}]}',
            after:
              '{"Statement":[{"Effect":"Deny","Action":"s3:*"},{"Effect":"Allow","Action":"s3:GetObject"}]}',
          },
        ],
      },
      {
        ...of('aws_db_instance'),
        action: 'replace',
        attributes: [
          {
            path: 'engine_version',
            before: '15.4',
            after: '16.2',
            forcesReplacement: true,
          },
          { path: 'password', beforeSensitive: true, afterSensitive: true },
        ],
      },
      {
        ...of('aws_sqs_queue'),
        action: 'delete',
        attributes: [{ path: 'name', before: 'invoices-old' }],
      },
    ],
    outputs: [{ name: 'bucket_arn', action: 'create', sensitive: false }],
    drift: [],
    ...overrides,
  };
}
