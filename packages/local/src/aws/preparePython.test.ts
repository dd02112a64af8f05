import { join } from 'node:path';
import { createProgress } from '../progress/createProgress';
import { tempDir, type TempDir } from '../system/tempDir';
import { fakeProgram } from '../testing/fakeProgram';
import { preparePython } from './preparePython';

const WITH_MOTO = 'echo 5.2.1';
const OLD_MOTO = 'echo 4.2.14';

describe('preparePython', () => {
  let folder: TempDir;

  beforeEach(async () => {
    folder = await tempDir('terrastage-test-');
  });

  afterEach(async () => {
    await folder.remove();
  });

  const at = (...names: string[]) => join(folder.path, ...names);

  function prepare(env: NodeJS.ProcessEnv = {}) {
    return preparePython({
      folder: at('venv'),
      logFile: at('python.log'),
      progress: createProgress({ out: { write: () => {} } }),
      env: { PATH: `${at('bin')}`, ...env },
    });
  }

  /** A Python that makes a virtual environment whose pip behaves as told. */
  function pythonWithVenv(pip: string) {
    const made = at('venv', 'bin', 'python');
    return fakeProgram(
      at('bin', 'python3'),
      `PATH=/usr/bin:/bin
[ "$2" = venv ] || exit 1
mkdir -p "$3/bin"
cat > '${made}' <<'END'
#!/bin/sh
if [ "$2" = pip ]; then ${pip}; fi
[ -f '${at('installed')}' ] && echo 5.2.1
END
chmod +x '${made}'`,
    );
  }

  it('takes a Python that has moto', async () => {
    const python = await fakeProgram(at('bin', 'python3'), WITH_MOTO);

    expect(await prepare()).toBe(python);
  });

  it('takes the one that the environment names', async () => {
    const mine = await fakeProgram(at('mine'), WITH_MOTO);
    await fakeProgram(at('bin', 'python3'), WITH_MOTO);

    expect(await prepare({ TERRASTAGE_PYTHON: mine })).toBe(mine);
  });

  it('makes a virtual environment where none has it', async () => {
    await pythonWithVenv(`/usr/bin/touch '${at('installed')}'; exit 0`);

    expect(await prepare()).toBe(at('venv', 'bin', 'python'));
  });

  it('does not take a moto whose inside it does not know', async () => {
    await fakeProgram(at('bin', 'python3'), OLD_MOTO);

    await expect(prepare()).rejects.toThrow('-m pip install moto[server]');
  });

  it('says what pip said when it fails', async () => {
    await pythonWithVenv('echo "Could not find a version"; exit 1');

    await expect(prepare()).rejects.toMatchObject({
      message: expect.stringContaining('Could not find a version'),
      hint: expect.stringContaining("pip install 'moto[server]==5.2.1'"),
    });
  });

  it('says what to install where there is no Python', async () => {
    await expect(prepare()).rejects.toMatchObject({
      message: 'The local AWS needs Python 3, and there is none on PATH',
      hint: 'Install Python 3.9 or later and start again.',
    });
  });
});
