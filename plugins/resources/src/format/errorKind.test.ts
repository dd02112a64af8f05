import { responseError } from '../testing/responseError';
import { errorKind } from './errorKind';

describe('errorKind', () => {
  it.each([
    [400, 'rejected'],
    [401, 'signedOut'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [409, 'conflict'],
    [500, 'server'],
    [503, 'unreachable'],
  ])('takes %d as %s', (status, kind) => {
    expect(errorKind(responseError(status, 'no'))).toBe(kind);
  });

  it('takes a request without an answer as unreachable', () => {
    expect(errorKind(new TypeError('Failed to fetch'))).toBe('unreachable');
  });
});
