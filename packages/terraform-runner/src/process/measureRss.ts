import { readFile, readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentOf } from './descendants';

/** Milliseconds between two looks at the process. */
const INTERVAL = 500;

/** A process and all below it, looked up in /proc with one read for each process that is new since last time. */
class Family {
  readonly #known: Map<number, boolean>;

  constructor(root: number) {
    this.#known = new Map([[root, true]]);
  }

  async members(): Promise<number[]> {
    const living = (await readdir('/proc')).map(Number).filter(Boolean);
    const isNew = (pid: number) => !this.#known.has(pid);
    for (const pid of living.filter(isNew).sort((a, b) => a - b)) {
      this.#known.set(pid, this.#known.get(await parentOf(pid)) ?? false);
    }
    return living.filter(pid => this.#known.get(pid));
  }
}

/** Samples the resident set of a process and all below it. Linux only; elsewhere the maximum stays 0. */
export function measureRss(
  pid: number | undefined,
  finished: AbortSignal,
): { max: () => number } {
  let max = 0;
  const measure = async (root: number) => {
    const family = new Family(root);
    while (!finished.aborted) {
      await sleep(INTERVAL, undefined, { signal: finished });
      const sizes = await Promise.all((await family.members()).map(rssOf));
      max = Math.max(
        max,
        sizes.reduce((sum, size) => sum + size, 0),
      );
    }
  };
  if (pid !== undefined && process.platform === 'linux') {
    // A measure is no reason to fail; it also ends here when the process does.
    measure(pid).catch(() => undefined);
  }
  return { max: () => max };
}

async function rssOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
}
