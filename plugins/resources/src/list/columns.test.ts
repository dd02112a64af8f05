import { sortDescriptor, sortOf } from './columns';

describe('the sort of the table', () => {
  it('shows the latest first as the smallest age first', () => {
    expect(sortDescriptor({ sort: 'createdAt', order: 'desc' })).toEqual({
      column: 'createdAt',
      direction: 'ascending',
    });
  });

  it.each([
    ['name', 'asc'],
    ['name', 'desc'],
    ['createdAt', 'asc'],
    ['createdAt', 'desc'],
  ] as const)('goes from %s %s to the header and back', (sort, order) => {
    expect(sortOf(sortDescriptor({ sort, order }))).toEqual({ sort, order });
  });
});
