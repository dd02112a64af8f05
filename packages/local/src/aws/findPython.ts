import { findAllOnPath } from '../system/findOnPath';
import { runProgram } from '../system/runProgram';

export type PythonWithMoto = { python: string; motoVersion: string };

const ASK_FOR_MOTO =
  'import flask, flask_cors, moto; import moto.moto_server; print(moto.__version__)';

/** The major version of moto whose inside our mending of faults knows. */
const SUPPORTED_MOTO = /^5\./;

/**
 * The first Python 3 on PATH that can serve moto 5, or nothing. `TERRASTAGE_PYTHON`
 * names one to ask before those on PATH.
 */
export async function findPythonWithMoto(
  env: NodeJS.ProcessEnv = process.env,
  extra: string[] = [],
): Promise<PythonWithMoto | undefined> {
  const named = env.TERRASTAGE_PYTHON ? [env.TERRASTAGE_PYTHON] : [];
  const onPath = findAllOnPath(['python3', 'python'], env);
  for (const python of [...named, ...extra, ...onPath]) {
    const motoVersion = await askForMoto(python, env);
    if (motoVersion) return { python, motoVersion };
  }
  return undefined;
}

async function askForMoto(
  python: string,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  try {
    const { stdout } = await runProgram(python, ['-c', ASK_FOR_MOTO], { env });
    const version = stdout.trim();
    return SUPPORTED_MOTO.test(version) ? version : undefined;
  } catch {
    return undefined;
  }
}
