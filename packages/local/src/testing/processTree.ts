import { isAlive } from '../system/isAlive';
import { runProgram } from '../system/runProgram';

/** A process with all that descend from it, whatever group or session they are in. */
export async function processTree(root: number): Promise<number[]> {
  const { stdout } = await runProgram('ps', ['-A', '-o', 'pid=,ppid=']);
  const rows = stdout
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number));
  const found = [root];
  for (const parent of found) {
    found.push(
      ...rows.filter(([, ppid]) => ppid === parent).map(([pid]) => pid),
    );
  }
  return found;
}

/** Those of the processes that live on. */
export function survivors(pids: number[]): number[] {
  return pids.filter(isAlive);
}
