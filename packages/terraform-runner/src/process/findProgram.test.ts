import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TempFolder, tempFolder } from '../testing/tempFolder';
import { findProgram } from './findProgram';

describe('findProgram', () => {
  let folder: TempFolder;
  beforeEach(async () => {
    folder = await tempFolder();
    await writeFile(join(folder.path, 'tool'), '');
    await chmod(join(folder.path, 'tool'), 0o755);
    await writeFile(join(folder.path, 'text'), '');
  });
  afterEach(() => folder.remove());

  it('finds a program on the search path, and never in the current folder', async () => {
    const found = await findProgram('tool', `.:/nothing:${folder.path}`);

    expect(found).toBe(join(folder.path, 'tool'));
    await expect(findProgram('package.json', '.:')).rejects.toThrow();
  });

  it('takes an absolute path as it is', async () => {
    const path = join(folder.path, 'tool');

    expect(await findProgram(path, '')).toBe(path);
  });

  it.each(['nothing', 'text'])('says what to do about %s', async name => {
    await expect(findProgram(name, folder.path)).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringContaining('Install Terraform 1.10 or later'),
    });
  });
});
