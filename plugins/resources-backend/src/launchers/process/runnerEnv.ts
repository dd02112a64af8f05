import { join } from 'node:path';
import { RUNNER_ENV } from '@terrastage/terraform-runner/protocol';

/** What a runner needs of the portal's environment: where programs, certificates and proxies are. */
const PASSED = [
  'PATH',
  'HOME',
  'TMPDIR',
  'LANG',
  'LC_ALL',
  'TZ',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'NODE_EXTRA_CA_CERTS',
  'TF_CLI_CONFIG_FILE',
];

/** Credentials by AWS' default chain, and endpoints. */
const PASSED_PREFIX = 'AWS_';

export interface RunnerEnvOptions {
  portalUrl: string;
  runId: string;
  attempt: number;
  tokenFile: string;
  workDir: string;
  initCacheDir?: string;
  terraformBinary?: string;
  /** From the configuration; it wins over what is passed on. */
  env: Record<string, string>;
}

/** The environment of a runner: an allow-list of the portal's, the configured one, and where its work is. */
export function runnerEnv(
  options: RunnerEnvOptions,
  own: NodeJS.ProcessEnv,
): Record<string, string> {
  return {
    ...inheritedEnv(options, own),
    [RUNNER_ENV.portalUrl]: options.portalUrl,
    [RUNNER_ENV.runId]: options.runId,
    [RUNNER_ENV.attempt]: String(options.attempt),
    [RUNNER_ENV.tokenFile]: options.tokenFile,
    [RUNNER_ENV.workDir]: options.workDir,
    ...(options.initCacheDir && {
      [RUNNER_ENV.initCacheDir]: options.initCacheDir,
    }),
    ...(options.terraformBinary && {
      [RUNNER_ENV.terraform]: options.terraformBinary,
    }),
  };
}

/** What it is without a run. */
export function inheritedEnv(
  { initCacheDir, env }: Pick<RunnerEnvOptions, 'initCacheDir' | 'env'>,
  own: NodeJS.ProcessEnv,
): Record<string, string> {
  const passed = Object.entries(own).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      (PASSED.includes(entry[0]) || entry[0].startsWith(PASSED_PREFIX)),
  );
  return {
    // Node.js keeps the runner's compiled code there: every runner but the first starts sooner.
    ...(initCacheDir && { NODE_COMPILE_CACHE: join(initCacheDir, 'node') }),
    ...Object.fromEntries(passed),
    ...env,
  };
}
