import { existsSync } from 'node:fs';
import { mkdir, readlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { TempFolder, tempFolder } from '../testing/tempFolder';
import { makeFolders } from './makeFolders';
import { removeTraces } from './removeTraces';

describe('the TMPDIR of an attempt', () => {
  let folder: TempFolder;
  beforeEach(async () => {
    folder = await tempFolder();
  });
  afterEach(() => folder.remove());

  it('lies with the rest where its path is short enough for sockets', async () => {
    const { tmp, tmpLink } = await makeFolders({
      workDir: folder.path,
      attempt: 2,
    });

    expect(tmp).toBe(join(folder.path, 'attempt-2', 'tmp'));
    expect(tmpLink).toBe(tmp);
  });

  it('lies elsewhere where it is not, with a link to it, and both go in the end', async () => {
    const workDir = join(folder.path, 'long'.repeat(20));
    await mkdir(workDir);

    const folders = await makeFolders({ workDir, attempt: 1 });
    const { tmp, tmpLink } = folders;
    const before = { target: await readlink(tmpLink), there: existsSync(tmp) };
    await removeTraces(folders, undefined);

    expect(dirname(tmp)).toBe(tmpdir());
    expect(before).toEqual({ target: tmp, there: true });
    expect([tmp, tmpLink].filter(existsSync)).toEqual([]);
  });
});
