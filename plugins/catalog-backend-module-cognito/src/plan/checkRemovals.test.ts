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
    { before: 0, after: 3, stops: false, why: 'nobody goes' },
    { before: 3, after: 2, stops: false, why: 'one is too few to stop' },
    { before: 10, after: 8, stops: false, why: '20 % is still allowed' },
    { before: 10, after: 7, stops: true, why: '30 % is too much' },
    { before: 1000, after: 799, stops: true, why: '20.1 % is too much' },
    { before: 1, after: 0, stops: true, why: 'it would be everybody' },
    { before: 5, after: 0, stops: true, why: 'it would be everybody' },
  ])('$before people to $after: $why', ({ before, after, stops }) => {
    const check = () =>
      checkRemovals(planFor(before, after), DEFAULT_REMOVAL_LIMITS);

    if (stops) expect(check).toThrow('would lose their login');
    else expect(check).not.toThrow();
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
