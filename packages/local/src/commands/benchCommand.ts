import { join } from 'node:path';
import { createProgress, type Progress } from '../progress/createProgress';
import { stopAllStarted } from '../start/startTerrastage';
import { packageRoot } from '../system/paths';
import { onStopRequest } from './onStopRequest';

type Bench = {
  /** How many figures miss their bound. */
  runBench(progress: Progress, write: (line: string) => void): Promise<number>;
};

/**
 * `npm run bench`. The measuring is loaded only now: the other commands don't
 * need what it needs.
 */
export async function benchCommand(): Promise<number> {
  const bench = require(join(
    packageRoot,
    'src',
    'bench',
    'runBench.ts',
  )) as Bench;
  onStopRequest({
    first: () => stopAllStarted().finally(() => process.exit(130)),
    again: () => process.exit(130),
  });
  const missed = await bench.runBench(createProgress(), line =>
    process.stdout.write(`${line}\n`),
  );
  return missed ? 1 : 0;
}
