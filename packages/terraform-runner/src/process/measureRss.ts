import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { descendants } from './descendants';

/** Milliseconds between two looks at the process. */
const INTERVAL = 500;

/** Samples the resident set of a process and all below it. Linux only; elsewhere the maximum stays 0. */
export function measureRss(
  pid: number | undefined,
  finished: AbortSignal,
): { max: () => number } {
  let max = 0;
  const measure = async (root: number) => {
    while (!finished.aborted) {
      await sleep(INTERVAL, undefined, { signal: finished });
      const pids = [root, ...(await descendants(root))];
      const sizes = await Promise.all(pids.map(rssOf));
      max = Math.max(
        max,
        sizes.reduce((sum, size) => sum + size, 0),
      );
    }
  };
  if (pid !== undefined && process.platform === 'linux') {
    measure(pid).catch(() => undefined);
  }
  return { max: () => max };
}

async function rssOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
}
