import { readProblem } from './readProblem';

describe('readProblem', () => {
  it('finds none where the login did not fail', () => {
    expect(readProblem(null)).toBeUndefined();
  });

  it.each([
    [
      'unknown-user: zoe@example.com',
      { kind: 'unknown-user', email: 'zoe@example.com' },
    ],
    ['email-not-verified: nobody vouches', { kind: 'email-not-verified' }],
    ['provider-away', { kind: 'provider-away' }],
    ['access_denied', { kind: 'other' }],
    ['', { kind: 'other' }],
  ])('reads %s', (error, expected) => {
    expect(readProblem(error)).toEqual(expected);
  });

  it('takes no text from a link but an email', () => {
    expect(readProblem('unknown-user: call 555-1234 for your prize')).toEqual({
      kind: 'unknown-user',
    });
    expect(readProblem('other: a@b')).toEqual({ kind: 'other' });
  });
});
