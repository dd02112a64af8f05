import { join } from 'node:path';
import type { Progress } from '../progress/createProgress';
import { LocalError } from '../progress/LocalError';
import { findOnPath } from '../system/findOnPath';
import { runLogged } from '../system/runLogged';
import { findPythonWithMoto } from './findPython';

const MOTO = 'moto[server]==5.2.1';

export type PreparePythonOptions = {
  /** Where a virtual environment goes if one is needed. */
  folder: string;
  logFile: string;
  progress: Progress;
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal;
};

/**
 * A Python that can serve moto: one that is there, else a virtual environment
 * made for it.
 *
 * @throws LocalError that says what to install
 */
export async function preparePython({
  folder,
  logFile,
  progress,
  env = process.env,
  signal,
}: PreparePythonOptions): Promise<string> {
  const own = join(folder, 'bin', 'python');
  const found = await findPythonWithMoto(env, [own]);
  if (found) return found.python;

  const python = findOnPath(['python3', 'python'], env);
  if (!python) {
    throw new LocalError(
      'The local AWS needs Python 3, and there is none on PATH',
      'Install Python 3.9 or later and start again.',
    );
  }
  progress.line(`  none has moto: installing ${MOTO}`);
  await run(
    [python, '-m', 'venv', folder],
    'On Debian: apt-get install python3-venv. Or',
  );
  await run(
    [own, '-m', 'pip', 'install', MOTO],
    "Check the network and pip's settings. Or",
  );
  const made = await findPythonWithMoto({}, [own]);
  if (made) return made.python;
  throw new LocalError(
    `${MOTO} is installed in ${folder} and does not load`,
    `Look at ${logFile}, or install it yourself: pip install '${MOTO}'`,
  );

  async function run([file, ...args]: string[], advice: string) {
    const { code, lines } = await runLogged(file, args, {
      cwd: process.cwd(),
      env,
      logFile,
      signal,
    });
    if (code === 0) return;
    throw new LocalError(
      [
        `${[file, ...args].join(' ')} ended with ${code}`,
        ...lines.slice(-8),
      ].join('\n'),
      `${advice} give the Python on PATH what it needs: pip install '${MOTO}'`,
    );
  }
}
