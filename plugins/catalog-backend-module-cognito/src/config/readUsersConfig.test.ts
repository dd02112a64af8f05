import { resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { readUsersConfig } from './readUsersConfig';

function read(users: object, cwd = __dirname) {
  return readUsersConfig(new ConfigReader({ terrastage: { users } }), cwd);
}

describe('readUsersConfig', () => {
  it('has defaults for all but the pool', () => {
    const config = readUsersConfig(new ConfigReader({}), __dirname);

    expect(config).toMatchObject({
      files: {
        users: ['catalog/users.yaml'],
        groups: ['catalog/groups.yaml'],
      },
      managedBy: 'terrastage',
      invitation: 'email',
      maxRemovalShare: 0.2,
      minRemovals: 2,
    });
  });

  it('means the same files from whatever folder of the repository', () => {
    expect(read({}).root).toBe(resolve(__dirname, '../../../..'));
  });

  it.each([
    { users: { cognito: {} }, key: 'terrastage.users.cognito.userPoolId' },
    { users: { maxRemovalShare: 20 }, key: 'terrastage.users.maxRemovalShare' },
    { users: { invitation: 'sms' }, key: 'terrastage.users.invitation' },
    { users: { files: { users: [] } }, key: 'terrastage.users.files.users' },
    { users: { maxRemovals: 1 }, key: 'terrastage.users: ' },
  ])('names $key when it is wrong', ({ users, key }) => {
    expect(() => read(users)).toThrow(key);
  });
});
