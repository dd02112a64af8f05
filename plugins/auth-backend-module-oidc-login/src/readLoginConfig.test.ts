import { ConfigReader } from '@backstage/config';
import { readLoginConfig } from './readLoginConfig';

const read = (login: object) =>
  readLoginConfig(
    new ConfigReader({
      app: { baseUrl: 'https://portal.example/sub' },
      terrastage: { login: login as never },
    }),
  );

describe('readLoginConfig', () => {
  it('knows defaults, and where the web app is', () => {
    expect(read({})).toEqual({
      verifiedClaim: 'email_verified',
      appOrigin: 'https://portal.example',
    });
  });

  it.each([
    ['http://login.example/logout'],
    ['http://localhost.evil.example/'],
    ['logout'],
  ])('refuses the logoutUrl %s, which the web app would not follow', url => {
    expect(() => read({ logoutUrl: url })).toThrow(
      /^terrastage\.login\.logoutUrl: /,
    );
  });
});
