import { join } from 'node:path';
import { createProgress } from '../progress/createProgress';
import { chooseSuites } from '../suites/chooseSuites';
import { runSuites } from '../suites/runSuites';
import { suites } from '../suites/suites';
import { summary } from '../suites/summary';
import { repositoryRoot } from '../system/paths';
import { onStopRequest } from './onStopRequest';

/** `npm test`, or `npm test -- lint unit` for some of the suites. */
export async function testCommand(names: string[]): Promise<number> {
  const stop = new AbortController();
  onStopRequest({ first: () => stop.abort(), again: () => process.exit(130) });
  const lines = await runSuites(chooseSuites(suites, names), {
    root: repositoryRoot,
    home: join(repositoryRoot, '.terrastage'),
    progress: createProgress(),
    signal: stop.signal,
    out: process.stdout,
  });
  if (stop.signal.aborted) process.stdout.write('\nStopped before the end.\n');
  process.stdout.write(`${summary(lines)}\n`);
  const failed = lines.some(line => line.failed > 0);
  return failed || stop.signal.aborted ? 1 : 0;
}
