import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

export type Cores = { client: number; servers: number };

/**
 * The first and the last core that this process may run on; nothing where there is but one, or no taskset to keep a
 * process there.
 */
export async function twoCores(): Promise<Cores | undefined> {
  const status = await readFile('/proc/self/status', 'utf8');
  const [, list = ''] = /Cpus_allowed_list:\s+(\S+)/.exec(status) ?? [];
  const numbers = list.match(/\d+/g)?.map(Number) ?? [];
  const [client, servers] = [numbers.at(0), numbers.at(-1)];
  if (client === undefined || servers === undefined || client === servers) {
    return undefined;
  }
  const found = await promisify(execFile)('taskset', ['--version']).then(
    () => true,
    () => false,
  );
  return found ? { client, servers } : undefined;
}

/** Keeps all threads of a process on a core; those that it starts stay there too. */
export async function keepOn(core: number, pid: number): Promise<void> {
  await promisify(execFile)('taskset', ['-acp', String(core), String(pid)]);
}
