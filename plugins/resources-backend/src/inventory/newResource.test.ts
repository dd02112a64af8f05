import { readBundle } from '../bundles/readBundle';
import { bundleOf, createRequest } from '../testing/builders';
import { newResource } from './newResource';

const bundle = readBundle(bundleOf());

describe('newResource', () => {
  it.each([
    ['the one of its type', 's3-bucket', 'arn:aws:iam::123456789012:role/s3'],
    ['the one for all', 'vpc', 'arn:aws:iam::123456789012:role/all'],
  ])('has of the roles of its environment %s', (_which, type, roleArn) => {
    const request = createRequest({ type });

    const resource = newResource({
      id: 'a1',
      shortId: 'a1b2c3',
      request,
      variables: request.variables,
      owner: request.owner,
      createdBy: 'user:default/ana',
      environment: {
        region: 'us-east-1',
        account: '123456789012',
        stateBucket: 'states',
        roleArn: 'arn:aws:iam::123456789012:role/all',
        roleArns: { 's3-bucket': 'arn:aws:iam::123456789012:role/s3' },
        resourceTypes: {},
        lifetime: {},
      },
      manifest: bundle.manifest,
      bundleDigest: bundle.digest,
      status: 'creating',
      now: new Date('2026-01-01T00:00:00.000Z'),
    });

    expect(resource.roleArn).toBe(roleArn);
  });
});
