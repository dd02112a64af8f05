import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { tempDir, type TempDir } from '../system/tempDir';
import { placeForPostgres } from './placeForPostgres';

describe('placeForPostgres', () => {
  let folder: TempDir;

  beforeEach(async () => {
    folder = await tempDir('terrastage-test-');
    await mkdir(join(folder.path, 'run'));
  });

  afterEach(async () => {
    await folder.remove();
  });

  it("stays where root's other user gets to", async () => {
    await chmod(folder.path, 0o755);
    const wanted = join(folder.path, 'run', 'postgres');

    expect(placeForPostgres(wanted, true)).toBe(wanted);
  });

  it('gives way where a folder on the way is shut', async () => {
    await chmod(folder.path, 0o700);
    const wanted = join(folder.path, 'run', 'postgres');

    const place = placeForPostgres(wanted, true);

    expect(place).toMatch(/tmp\/terrastage-postgres-[0-9a-f]{12}\/data$/);
    expect(placeForPostgres(wanted, true)).toBe(place);
    expect(placeForPostgres(`${wanted}-other`, true)).not.toBe(place);
  });

  it('stays in any case for a user who is not root', async () => {
    await chmod(folder.path, 0o700);
    const wanted = join(folder.path, 'run', 'postgres');

    expect(placeForPostgres(wanted, false)).toBe(wanted);
  });
});
