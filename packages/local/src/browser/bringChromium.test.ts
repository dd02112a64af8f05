import { join } from 'node:path';
import { createProgress } from '../progress/createProgress';
import { tempDir, type TempDir } from '../system/tempDir';
import { fakeProgram } from '../testing/fakeProgram';
import { bringChromium } from './bringChromium';

describe('bringChromium', () => {
  let folder: TempDir;

  beforeEach(async () => {
    folder = await tempDir('terrastage-test-');
  });

  afterEach(async () => {
    await folder.remove();
  });

  const at = (...names: string[]) => join(folder.path, ...names);

  function bring(env: NodeJS.ProcessEnv = {}, mayInstall = true) {
    return bringChromium({
      home: at('home'),
      progress: createProgress({ out: { write: () => {} } }),
      env: { PATH: at('bin'), ...env },
      mayInstall,
    });
  }

  it.each(['chromium', 'chromium-browser', 'google-chrome'])(
    'takes %s from PATH',
    async name => {
      const path = await fakeProgram(at('bin', name), '');

      expect(await bring()).toBe(path);
    },
  );

  it('takes the one that the environment names', async () => {
    expect(await bring({ TERRASTAGE_CHROMIUM: '/my/chrome' })).toBe(
      '/my/chrome',
    );
  });

  it('installs it by apt-get where there is none', async () => {
    await fakeProgram(
      at('bin', 'apt-get'),
      `PATH=/usr/bin:/bin
[ "$1" = install ] || exit 0
touch '${at('bin', 'chromium')}'
chmod +x '${at('bin', 'chromium')}'`,
    );

    expect(await bring()).toBe(at('bin', 'chromium'));
  });

  it('fails with what apt-get said', async () => {
    await fakeProgram(
      at('bin', 'apt-get'),
      'echo "E: Unable to locate package"; exit 100',
    );

    await expect(bring()).rejects.toMatchObject({
      message: 'apt-get update ended with 100\nE: Unable to locate package',
      hint: expect.stringContaining('TERRASTAGE_CHROMIUM'),
    });
  });

  it('fails and says so where apt-get may not be run', async () => {
    await fakeProgram(at('bin', 'apt-get'), '');

    await expect(bring({}, false)).rejects.toThrow(
      'There is no Chromium on PATH, and only root may run apt-get',
    );
  });

  it('fails and says so where there is no apt-get', async () => {
    await expect(bring()).rejects.toThrow(
      'There is no Chromium on PATH, and no apt-get to install it',
    );
  });

  it('fails where apt-get installs something else', async () => {
    await fakeProgram(at('bin', 'apt-get'), '');

    await expect(bring()).rejects.toThrow(
      'apt-get installed no Chromium that is on PATH',
    );
  });
});
