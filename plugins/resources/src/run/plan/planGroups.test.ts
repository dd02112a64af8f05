import { aPlan } from '../../testing/aPlan';
import { planGroups } from './planGroups';

describe('the groups of a plan', () => {
  it('puts what takes something away first', () => {
    expect(planGroups(undefined, aPlan()).map(({ action }) => action)).toEqual([
      'delete',
      'replace',
      'update',
      'create',
    ]);
  });

  it('takes the summary while there are no attributes', () => {
    const groups = planGroups({
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
          action: 'create',
        },
      ],
    });

    expect(groups).toHaveLength(1);
    expect(groups[0].changes[0].attributes).toBeUndefined();
  });

  it('leaves out what does not change', () => {
    const changes = aPlan().changes.map(change => ({
      ...change,
      action: 'no-op' as const,
    }));

    expect(planGroups(undefined, aPlan({ changes }))).toEqual([]);
  });
});
