import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commitOf } from './commitOf';
import { useDirectory } from '../testing/useDirectory';

describe('commitOf', () => {
  const directory = useDirectory();
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      [
        '-C',
        directory.path,
        '-c',
        'user.name=Ana',
        '-c',
        'user.email=ana@example.com',
        ...args,
      ],
      { encoding: 'utf8' },
    ).trim();
  const skeleton = join(directory.path, 's3-bucket');

  beforeEach(async () => {
    directory.clear();
    await mkdir(skeleton);
    await writeFile(join(skeleton, 'main.tf'), '# One');
  });

  it('is the last one that touched the folder', async () => {
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'One');
    const commit = git('rev-parse', 'HEAD');
    await writeFile(join(directory.path, 'other'), 'Two');
    git('add', '.');
    git('commit', '-qm', 'Two');

    expect(await commitOf(skeleton)).toBe(commit);
  });

  it('is not known where the folder has changes of its own', async () => {
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'One');
    await writeFile(join(skeleton, 'main.tf'), '# Two');

    expect(await commitOf(skeleton)).toBeUndefined();
  });

  it('is not known outside of a repository', async () => {
    expect(await commitOf(skeleton)).toBeUndefined();
  });
});
