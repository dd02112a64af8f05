import { directoryOf, person, poolOf, poolUser } from '../testing/directories';
import { checkRemovals, DEFAULT_REMOVAL_LIMITS } from './checkRemovals';
import { planUserSync } from './planUserSync';

const names = (count: number) =>
  Array.from({ length: count }, (_, index) => `p${index}`);

function planFor(before: number, after: number) {
  return planUserSync(
    directoryOf(names(after).map(name => person(name))),
    poolOf(names(before).map(name => poolUser(name))),
  );
}

describe('checkRemovals', () => {
  it.each([
    { before: 0, after: 3, why: 'nobody goes' },
    { before: 3, after: 2, why: 'one is too few to stop' },
    { before: 10, after: 8, why: '20 % is still allowed' },
  ])('lets $before people become $after: $why', ({ before, after }) => {
    const plan = planFor(before, after);

    expect(() => checkRemovals(plan, DEFAULT_REMOVAL_LIMITS)).not.toThrow();
  });

  it.each([
    { before: 10, after: 7, why: '30 % is too much' },
    { before: 1000, after: 799, why: '20.1 % is too much' },
    { before: 1, after: 0, why: 'it would be everybody' },
    { before: 5, after: 0, why: 'it would be everybody' },
  ])('stops $before people from becoming $after: $why', ({ before, after }) => {
    const plan = planFor(before, after);

    expect(() => checkRemovals(plan, DEFAULT_REMOVAL_LIMITS)).toThrow(
      'would lose their login',
    );
  });

  it('says who, how many, and how to go on', () => {
    const check = () => checkRemovals(planFor(4, 1), DEFAULT_REMOVAL_LIMITS);

    expect(check).toThrow(
      '3 of 4 people would lose their login (p1@example.com, p2@example.com, p3@example.com), ' +
        'and 20 % is the most that a sync takes away by itself. Nothing was changed. ' +
        'If the users files are right, run: npm run users -- sync --allow-removals',
    );
  });
});
