import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import type { RunFolder } from './runFolder';

export interface StartProcessOptions {
  folder: Pick<RunFolder, 'path' | 'stdout' | 'stderr'>;
  env: Record<string, string>;
  /** Default: it has no input. */
  stdin?: 'pipe' | 'ignore';
}

/**
 * Starts a process that leads a session and a process group of its own, with files for what it writes: it goes on when
 * the portal ends.
 *
 * @throws Error when it cannot be started
 */
export async function startProcess(
  [program, ...args]: readonly string[],
  { folder, env, stdin = 'ignore' }: StartProcessOptions,
): Promise<ChildProcess> {
  const stdout = await open(folder.stdout, 'a', 0o600);
  const stderr = await open(folder.stderr, 'a', 0o600);
  try {
    const child = spawn(program, args, {
      cwd: folder.path,
      env,
      stdio: [stdin, stdout.fd, stderr.fd],
      detached: true,
    });
    await once(child, 'spawn');
    return child;
  } finally {
    await stdout.close();
    await stderr.close();
  }
}
