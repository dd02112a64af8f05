import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { RUNNER_ENV, STANDBY_ARGUMENT } from '../protocol';
import { TEST_TOKEN, TestPortal } from './TestPortal';

export type StartedRunner = {
  pid: number;
  /** Exit code, or nothing when a signal ended it. */
  ended: Promise<number | null>;
};

/** Starts the built program for one attempt, as a launcher does: detached, in a process group of its own. */
export async function startRunner(options: {
  portal: TestPortal;
  program: string;
  runId: string;
  attempt?: number;
  workDir: string;
  /** AWS settings, PATH and whatever else a test wants. */
  env: Record<string, string | undefined>;
  initCacheDir?: string;
  terraform?: string;
  /** A program and its arguments that start the runner in their own way. */
  wrapper?: string[];
  /** It is started without a run, which it is told when it waits. */
  standby?: boolean;
}): Promise<StartedRunner> {
  const { portal, program, runId, workDir, initCacheDir, terraform } = options;
  await mkdir(workDir, { recursive: true });
  const tokenFile = `${workDir}.token`;
  await writeFile(tokenFile, TEST_TOKEN, { mode: 0o600 });
  const log = openSync(`${workDir}.log`, 'a');
  const [command, ...args] = [
    ...(options.wrapper ?? []),
    process.execPath,
    program,
    ...(options.standby ? [STANDBY_ARGUMENT] : []),
  ];
  const settings = {
    [RUNNER_ENV.portalUrl]: portal.url,
    [RUNNER_ENV.runId]: runId,
    [RUNNER_ENV.attempt]: String(options.attempt ?? 1),
    [RUNNER_ENV.tokenFile]: tokenFile,
    [RUNNER_ENV.workDir]: workDir,
    ...(initCacheDir ? { [RUNNER_ENV.initCacheDir]: initCacheDir } : {}),
    ...(terraform ? { [RUNNER_ENV.terraform]: terraform } : {}),
  };
  const child = spawn(command, args, {
    cwd: workDir,
    detached: true,
    stdio: [options.standby ? 'pipe' : 'ignore', log, log],
    env: { ...options.env, ...(options.standby ? {} : settings) },
  });
  child.stdin?.end(`${JSON.stringify(settings)}\n`);
  return {
    pid: child.pid!,
    ended: once(child, 'exit').then(([code]) => code as number | null),
  };
}
