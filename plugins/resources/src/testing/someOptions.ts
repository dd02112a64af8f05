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
      },
      {
        name: 'prod',
        title: 'Production',
        region: 'sa-east-1',
        account: '123456789012',
      },
    ],
    types: [{ name: 's3-bucket', title: 'S3 bucket' }],
    costCenters: [{ name: 'CC-1001', title: 'Payments' }],
    owners: ['group:default/payments', 'user:default/ana'],
    admin: false,
    ...overrides,
  };
}
