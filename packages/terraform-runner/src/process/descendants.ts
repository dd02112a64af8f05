import { readFile, readdir } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * The ids of all processes below one. Providers are children of Terraform: after a SIGKILL of Terraform
 * they would live on, each with half a gigabyte.
 */
export async function descendants(pid: number): Promise<number[]> {
  const parents = await parentsByPid();
  const found: number[] = [];
  const queue = [pid];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const [child, parent] of parents) {
      if (parent === next) {
        found.push(child);
        queue.push(child);
      }
    }
  }
  return found;
}

async function parentsByPid(): Promise<Map<number, number>> {
  // Slim container images have no `ps`; other systems have no /proc.
  return process.platform === 'linux' ? parentsFromProc() : parentsFromPs();
}

async function parentsFromProc(): Promise<Map<number, number>> {
  const pids = (await readdir('/proc')).map(Number).filter(Boolean);
  return new Map(
    await Promise.all(
      pids.map(async pid => [pid, await parentOf(pid)] as const),
    ),
  );
}

/** The parent's id by /proc; 0 when the process is gone. */
export async function parentOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The command's name stands in parentheses and may hold anything, so count from the last one.
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}

async function parentsFromPs(): Promise<Map<number, number>> {
  const { stdout } = await promisify(execFile)('ps', [
    '-A',
    '-o',
    'pid=,ppid=',
  ]);
  return new Map(
    stdout
      .trim()
      .split('\n')
      .map(line => line.trim().split(/\s+/).map(Number) as [number, number]),
  );
}
