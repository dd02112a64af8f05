import { resolve } from 'node:path';
import { packageRoot } from '../system/paths';
import { startLinkedProcess } from '../system/startLinkedProcess';
import { findPythonWithMoto } from './findPython';
import { localAwsEnv, type AwsEnv } from './localAwsEnv';

export type LocalAwsOptions = {
  /** Port on 127.0.0.1. Default: one that is free. */
  port?: number;
  /** More settings for moto, such as INITIAL_NO_AUTH_ACTION_COUNT. */
  env?: Record<string, string>;
  /** AWS' own IAM policies by name: 150 MB and half a second more. */
  managedPolicies?: boolean;
  /** A Python that can serve moto. Default: the first on PATH. */
  python?: string;
  logFile?: string;
};

export type LocalAws = {
  /** For example http://127.0.0.1:41234: the address, not a name, because then
   * S3 clients use paths for buckets without being told to. */
  url: string;
  port: number;
  pid: number;
  /** AWS_* variables of a client. */
  env: AwsEnv;
  ended: Promise<void>;
  /** Empties the account. */
  reset(): Promise<void>;
  stop(): Promise<void>;
};

const PROGRAM = resolve(packageRoot, 'python/local_aws.py');

/**
 * Starts the local AWS: moto with the faults mended that Terraform trips over.
 * It keeps nothing on disk and ends with this process.
 *
 * @throws Error that says what to install when no Python has moto
 */
export async function startLocalAws(
  options: LocalAwsOptions = {},
): Promise<LocalAws> {
  const python = options.python ?? (await findPythonWithMoto())?.python;
  if (!python) {
    throw new Error(
      "The local AWS needs Python 3 with moto 5: pip install 'moto[server]==5.2.1'",
    );
  }
  const server = await startLinkedProcess<{ port: number }>({
    name: 'The local AWS',
    file: python,
    args: [PROGRAM, '--port', String(options.port ?? 0)],
    env: serverEnv(options),
    logFile: options.logFile,
  });
  const { port } = server.ready;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    port,
    pid: server.pid,
    env: localAwsEnv(url),
    ended: server.ended,
    reset: () => reset(url),
    stop: () => server.stop(),
  };
}

/** moto must see nothing of the machine's own AWS settings. */
function serverEnv(options: LocalAwsOptions): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('AWS_'),
  );
  return {
    ...Object.fromEntries(own),
    MOTO_IAM_LOAD_MANAGED_POLICIES: String(options.managedPolicies ?? false),
    PYTHONDONTWRITEBYTECODE: '1',
    ...options.env,
  };
}

async function reset(url: string): Promise<void> {
  const response = await fetch(`${url}/moto-api/reset`, { method: 'POST' });
  if (!response.ok) {
    throw new Error(`The local AWS did not reset: HTTP ${response.status}`);
  }
}
