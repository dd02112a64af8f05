import {
  defaultListQuery,
  isFiltered,
  listQueryParams,
  listRequest,
  parseListQuery,
} from './listQuery';

describe('the query of the list', () => {
  it('is the default one for an address without parameters', () => {
    const query = parseListQuery(new URLSearchParams());

    expect(query).toEqual({ ...defaultListQuery, cursor: undefined });
    expect(listQueryParams(query).toString()).toBe('');
  });

  it('comes back from its own address', () => {
    const query = {
      ...defaultListQuery,
      q: 'inv & co',
      type: ['s3-bucket', 'sqs-queue'],
      status: ['failed'],
      sort: 'name' as const,
      order: 'asc' as const,
      limit: 50,
      page: 3,
      cursor: 'abc=',
    };

    expect(
      parseListQuery(new URLSearchParams(listQueryParams(query).toString())),
    ).toEqual(query);
  });

  it('falls back to the default for what it does not know', () => {
    const query = parseListQuery(
      new URLSearchParams(
        'sort=password&order=up&limit=9999&status=odd&page=4',
      ),
    );

    expect(query).toEqual({ ...defaultListQuery, cursor: undefined });
  });

  it('asks the server only for what is wanted', () => {
    const request = listRequest(
      { ...defaultListQuery, type: ['s3-bucket'] },
      true,
    );

    expect(JSON.parse(JSON.stringify(request))).toEqual({
      mine: 'true',
      type: ['s3-bucket'],
      sort: 'createdAt',
      order: 'desc',
      limit: 25,
    });
  });

  it('counts a search and a filter as filters, but not the sort', () => {
    expect(isFiltered({ ...defaultListQuery, sort: 'name' })).toBe(false);
    expect(isFiltered({ ...defaultListQuery, q: 'a' })).toBe(true);
    expect(isFiltered({ ...defaultListQuery, owner: ['user:x/y'] })).toBe(true);
  });
});
