import { repositoryRoot } from '../system/paths';
import { Browser } from './Browser';
import { seedPeople, type SeededPerson } from './seedPeople';
import { startLocalCognito, type LocalCognito } from './startLocalCognito';

jest.setTimeout(60_000);

const CALLBACK = 'http://localhost:7007/api/auth/oidc/handler/frame';
const FILES = ['catalog/users.yaml', 'catalog/groups.yaml'];

describe('seedPeople', () => {
  let cognito: LocalCognito;
  let people: SeededPerson[];

  beforeAll(async () => {
    cognito = await startLocalCognito();
    people = await seedPeople({ cognito, root: repositoryRoot, files: FILES });
  });

  afterAll(async () => {
    await cognito.stop();
  });

  async function logIn(username: string, password: string) {
    const browser = new Browser([cognito.url]);
    const query = new URLSearchParams({
      client_id: cognito.clientId,
      redirect_uri: CALLBACK,
      response_type: 'code',
    });
    await browser.open(`${cognito.url}/oauth2/authorize?${query}`);
    return browser.submit({ username, password });
  }

  it('knows a developer and a lead in each of two teams, and an admin', () => {
    expect(people.map(({ id, groups }) => [id, groups])).toEqual([
      ['ana', ['payments']],
      ['bruno', ['payments', 'team-leads']],
      ['carla', ['storefront']],
      ['diego', ['storefront', 'team-leads']],
      ['paula', ['platform']],
    ]);
  });

  it('lets everybody of the catalog log in', async () => {
    const pages = await Promise.all(
      people.map(({ email, password }) => logIn(email, password)),
    );

    expect(pages.every(({ url }) => url.startsWith(CALLBACK))).toBe(true);
  });

  it('gives everybody a password of their own', () => {
    const passwords = new Set(people.map(({ password }) => password));

    expect(passwords.size).toBe(people.length);
  });
});
