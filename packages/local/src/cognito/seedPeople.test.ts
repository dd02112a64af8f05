import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../system/paths';
import { tempDir, type TempDir } from '../system/tempDir';
import { seedPeople } from './seedPeople';
import { startLocalCognito, type LocalCognito } from './startLocalCognito';
import { Browser } from './testing/Browser';

jest.setTimeout(60_000);

const CALLBACK = 'http://localhost:7007/api/auth/oidc/handler/frame';

describe('seedPeople', () => {
  let folder: TempDir;
  let cognito: LocalCognito;

  beforeAll(async () => {
    folder = await tempDir();
    cognito = await startLocalCognito();
  });

  afterAll(async () => {
    await cognito.stop();
    await folder.remove();
  });

  const seed = () =>
    seedPeople({
      cognito,
      root: repositoryRoot,
      passwordFile: join(folder.path, 'passwords.json'),
    });

  async function logIn(username: string, password: string) {
    const browser = new Browser(cognito.url);
    const query = new URLSearchParams({
      client_id: cognito.clientId,
      redirect_uri: CALLBACK,
      response_type: 'code',
    });
    await browser.open(`${cognito.url}/oauth2/authorize?${query}`);
    return browser.submit({ username, password });
  }

  it('lets everybody of the catalog log in', async () => {
    const people = await seed();

    const pages = await Promise.all(
      people.map(({ email, password }) => logIn(email, password!)),
    );

    expect(people.map(({ email }) => email)).toEqual(
      expect.arrayContaining([
        'ana@terrastage.example',
        'bruno@terrastage.example',
        'carla@terrastage.example',
        'diego@terrastage.example',
        'paula@terrastage.example',
      ]),
    );
    expect(pages.every(({ url }) => url.startsWith(CALLBACK))).toBe(true);
  });

  it('leaves passwords as they are the second time', async () => {
    const first = await seed();

    const second = await seed();

    expect(second).toEqual(first);
  });

  it('lets nobody else read the passwords', async () => {
    await seed();

    const { mode } = await stat(join(folder.path, 'passwords.json'));

    expect(mode % 0o1000).toBe(0o600);
  });
});
