import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findOnPath } from '../process/findOnPath.ts';
import { run } from '../process/run.ts';
import { LocalError } from '../LocalError.ts';

const MOTO = 'moto[server]==5.2.1';
const ASK = 'import moto.server';

/**
 * A Python that can serve moto: TOGGLEMASTER_PYTHON, which is taken at its word, the one on PATH, or one of our own
 * in `folder`, made when first needed.
 *
 * @throws LocalError that says what to install
 */
export async function findPython(folder: string): Promise<string> {
  const { TOGGLEMASTER_PYTHON } = process.env;
  if (TOGGLEMASTER_PYTHON) return TOGGLEMASTER_PYTHON;
  const onPath = await findOnPath(['python3', 'python']);
  const own = join(folder, 'python', 'bin', 'python');
  for (const python of [onPath, own]) {
    if (python && (await canServe(python))) return python;
  }
  if (!onPath) {
    throw new LocalError(
      'The local SQS and DynamoDB need Python 3.9 or later on PATH',
    );
  }
  try {
    await mkdir(folder, { recursive: true });
    await run(onPath, ['-m', 'venv', join(folder, 'python')]);
    await run(own, ['-m', 'pip', 'install', '--quiet', MOTO]);
    return own;
  } catch (error) {
    throw new LocalError(
      `The local SQS and DynamoDB need moto, and it could not be installed. Do it by hand: pip install '${MOTO}'`,
      { cause: error },
    );
  }
}

async function canServe(python: string): Promise<boolean> {
  return run(python, ['-c', ASK]).then(
    () => true,
    () => false,
  );
}
