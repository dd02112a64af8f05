import type { ShownResourceChange } from '../plan/shownPlan';
import { checkRegion } from './checkRegion';

const job = {
  adopt: {
    title: 'S3 bucket',
    id: 'shop',
    imports: [{ to: 'aws_s3_bucket.this', id: 'shop' }],
  },
  aws: { region: 'eu-west-1', account: '123456789012' },
};

const planOf = (before: object) => ({
  resource_changes: [
    {
      address: 'aws_s3_bucket.this',
      change: { before },
    } as unknown as ShownResourceChange,
  ],
});

describe('the region of what is adopted', () => {
  it('has to be the environment’s', () => {
    expect(() => checkRegion(planOf({ region: 'us-east-1' }), job)).toThrow(
      /'shop' is in us-east-1.* is in eu-west-1.*Choose an environment/,
    );
  });

  it('is fine where it is the same, or where AWS says none', () => {
    expect(() => {
      checkRegion(planOf({ region: 'eu-west-1' }), job);
      checkRegion(planOf({ id: 'vpc-1' }), job);
    }).not.toThrow();
  });
});
