import { join } from 'node:path';

/** Where the portal's launcher keeps one folder for each attempt of a run. */
export function runsDirOf({ runDir }: { runDir: string }): string {
  return join(runDir, 'runs');
}
