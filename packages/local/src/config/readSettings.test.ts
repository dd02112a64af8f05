import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempDir, type TempDir } from '../system/tempDir';
import { readSettings } from './readSettings';

const BASE = `
resources:
  environments:
    dev: { region: sa-east-1, stateBucket: states }
`;

describe('readSettings', () => {
  let folder: TempDir;

  beforeEach(async () => {
    folder = await tempDir('terrastage-test-');
    await writeFile(join(folder.path, 'app-config.yaml'), BASE);
  });

  afterEach(async () => {
    await folder.remove();
  });

  async function settingsWith(local?: string) {
    if (local) {
      await writeFile(join(folder.path, 'app-config.local.yaml'), local);
    }
    return readSettings(folder.path);
  }

  it('means a local AWS where nothing else is said', async () => {
    const settings = await settingsWith();

    expect(settings).toEqual({
      aws: 'local',
      ports: {
        portal: 7007,
        app: 3000,
        aws: 7008,
        cognito: 7010,
        postgres: 7009,
      },
      login: 'local',
      peopleFiles: ['catalog/users.yaml', 'catalog/groups.yaml'],
      environments: [
        {
          name: 'dev',
          region: 'sa-east-1',
          stateBucket: 'states',
          stateRegion: 'sa-east-1',
        },
      ],
      configFiles: [join(folder.path, 'app-config.yaml')],
    });
  });

  it('means real AWS where the own file names environments', async () => {
    const settings = await settingsWith(
      'resources: { environments: { dev: { stateBucket: mine } } }',
    );

    expect(settings.aws).toBe('real');
    expect(settings.environments[0].stateBucket).toBe('mine');
  });

  it('can be told to stay local all the same', async () => {
    const settings = await settingsWith(`
terrastage: { local: { aws: local } }
resources: { environments: { dev: { stateBucket: mine } } }
`);

    expect(settings.aws).toBe('local');
  });

  it('takes wanted ports from the own file', async () => {
    const settings = await settingsWith(
      'terrastage: { local: { ports: { portal: 8080 } } }',
    );

    expect(settings.ports).toMatchObject({ portal: 8080, aws: 7008 });
  });

  it('leaves the login to an identity provider of your own', async () => {
    const settings = await settingsWith(
      'auth: { providers: { oidc: { development: { clientId: x } } } }',
    );

    expect(settings.login).toBe('own');
  });

  it.each([
    [
      'terrastage: { users: { minRemovals: 0 } }',
      'terrastage.users.minRemovals',
    ],
    ['terrastage: { local: { aws: maybe } }', 'terrastage.local.aws'],
    [
      'terrastage: { local: { ports: { portal: 99999 } } }',
      'terrastage.local.ports.portal',
    ],
  ])('names the key that is wrong in %s', async (local, key) => {
    await expect(settingsWith(local)).rejects.toThrow(key);
  });

  it('says which file is no YAML', async () => {
    await expect(settingsWith('resources: [')).rejects.toMatchObject({
      message: expect.stringContaining('The configuration cannot be read'),
      hint: expect.stringContaining('app-config.local.yaml'),
    });
  });
});
