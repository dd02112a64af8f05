import type { ResourceOptions } from '../api/ResourcesApi';

/** What the portal offers to somebody of the payments team. */
export function someOptions(
  overrides: Partial<ResourceOptions> = {},
): ResourceOptions {
  return {
    environments: [
      {
        name: 'dev',
        title: 'Development',
        region: 'us-east-1',
        account: '123456789012',
        resourceTypes: {
          'ec2-instance': {
            defaults: { instance_type: 't4g.micro' },
            limits: { instance_type: { allowed: ['t4g.nano', 't4g.micro'] } },
          },
        },
        lifetime: { defaultDays: 30, maximumDays: 90 },
      },
      {
        name: 'prod',
        title: 'Production',
        region: 'sa-east-1',
        account: '123456789012',
        resourceTypes: {
          'ec2-instance': {
            defaults: { instance_type: 'm7g.medium' },
            limits: {
              instance_type: { allowed: ['m7g.medium', 'm7g.large'] },
              public_address: { allowed: [false] },
            },
          },
        },
        lifetime: { defaultDays: 30, maximumDays: 90 },
      },
    ],
    types: [{ name: 's3-bucket', title: 'S3 bucket' }],
    costCenters: [{ name: 'CC-1001', title: 'Payments' }],
    owners: ['group:default/payments', 'user:default/ana'],
    admin: false,
    ...overrides,
  };
}
