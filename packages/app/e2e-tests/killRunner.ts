import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';

/**
 * Kills a run's runner with all that it started, as a machine that goes away does: Terraform gets no moment to
 * save its state or to release its lock.
 */
export async function killRunner(runDir: string, runId: string): Promise<void> {
  const runs = path.join(runDir, 'runs');
  const names = await readdir(runs);
  const folder = names.find(name => name.startsWith(runId));
  expect(folder).toBeDefined();
  const text = await readFile(path.join(runs, folder!, 'process.json'), 'utf8');
  process.kill(-JSON.parse(text).pid, 'SIGKILL');
}
