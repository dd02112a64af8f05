import { responseError } from '../testing/responseError';
import { errorMessage } from './errorMessage';

describe('errorMessage', () => {
  it('tells the words of the portal, not those of the client', () => {
    expect(errorMessage(responseError(400, 'status must be a list'))).toBe(
      'status must be a list',
    );
  });

  it('tells the words of an error that has no cause', () => {
    expect(errorMessage(new TypeError('Failed to fetch'))).toBe(
      'Failed to fetch',
    );
  });
});
