import { resolveWorkspaceFolder } from './resolveWorkspaceFolder';
import { useDirectory } from '../testing/useDirectory';

describe('resolveWorkspaceFolder', () => {
  const directory = useDirectory({
    workspace: {
      infra: { aws: { 'main.tf': '' } },
      'main.tf': '',
      out: ctx => ctx.symlink('../secret'),
      inside: ctx => ctx.symlink('./infra'),
    },
    secret: { aws: { 'main.tf': '' } },
  });
  const workspace = directory.resolve('workspace');

  it.each([
    ['.', ''],
    ['./', ''],
    ['infra', '/infra'],
    ['infra/', '/infra'],
    ['./infra/aws', '/infra/aws'],
  ])('resolves %s', async (path, expected) => {
    await expect(resolveWorkspaceFolder(workspace, path)).resolves.toBe(
      `${workspace}${expected}`,
    );
  });

  it.each([
    '',
    '..',
    '../secret',
    'infra/../../secret',
    'infra/..',
    '/etc',
    '//etc',
    'infra//aws',
    '%2e%2e/secret',
    '%2e%2e%2fsecret',
    '..%2fsecret',
    '..\\secret',
    'infra\\aws',
    'infra\0',
    'infra\n',
    '~',
    '$HOME',
    '${HOME}',
    '. ./secret',
    '.git',
    'C:',
    'ｉｎｆｒａ',
    '․․/secret',
  ])('refuses %j', async path => {
    await expect(resolveWorkspaceFolder(workspace, path)).rejects.toMatchObject(
      {
        name: 'InputError',
        message: expect.stringMatching(/^path: .* is not a path inside/),
      },
    );
  });

  it.each(['gone', 'main.tf', 'out', 'out/aws', 'inside', 'infra/gone'])(
    'takes no file, no link and nothing that is not there: %s',
    async path => {
      await expect(
        resolveWorkspaceFolder(workspace, path),
      ).rejects.toMatchObject({
        name: 'InputError',
        message: `path: there is no folder "${path}" in the task's workspace`,
      });
    },
  );
});
