import { verifiedEmail } from './verifiedEmail';

function result(
  userinfo: Record<string, unknown>,
  claims?: Record<string, unknown>,
) {
  return {
    userinfo,
    tokenset: { id_token: claims && 'token', claims: () => claims },
  } as never;
}

describe('verifiedEmail', () => {
  it('reads the ID token, which is signed, and not userInfo beside it', () => {
    const claims = { email: 'Ana@Example.com', email_verified: true };
    const userinfo = { email: 'other@example.com', email_verified: 'true' };

    expect(verifiedEmail(result(userinfo, claims), 'email_verified')).toBe(
      'ana@example.com',
    );
  });

  it('reads userInfo where a refresh brings no ID token', () => {
    const userinfo = { email: 'ana@example.com', email_verified: 'true' };

    expect(verifiedEmail(result(userinfo), 'email_verified')).toBe(
      'ana@example.com',
    );
  });

  it.each([[false], ['false'], [0], [undefined], [null], ['yes'], [{}]])(
    'takes %p for no',
    flag => {
      const claims = { email: 'ana@example.com', email_verified: flag };

      expect(
        verifiedEmail(result({}, claims), 'email_verified'),
      ).toBeUndefined();
    },
  );

  it('asks the claim that the provider has', () => {
    const claims = { email: 'ana@example.com', xms_edov: 1 };

    expect(verifiedEmail(result({}, claims), 'xms_edov')).toBe(
      'ana@example.com',
    );
    expect(verifiedEmail(result({}, claims), 'email_verified')).toBeUndefined();
  });

  it('finds no email where there is none', () => {
    expect(
      verifiedEmail(result({}, { email_verified: true }), 'email_verified'),
    ).toBeUndefined();
  });
});
