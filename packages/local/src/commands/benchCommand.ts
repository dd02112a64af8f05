import { join } from 'node:path';
import { LocalError } from '../progress/LocalError';
import { createProgress, type Progress } from '../progress/createProgress';
import { stopAllStarted } from '../start/startTerrastage';
import { packageRoot } from '../system/paths';
import { onStopRequest } from './onStopRequest';

type Bench = {
  benchCases: readonly string[];
  /** How many figures miss their bound. */
  runBench(
    progress: Progress,
    write: (line: string) => void,
    cases?: readonly string[],
  ): Promise<number>;
};

/**
 * `npm run bench [-- case ...]`; without names all cases. The measuring is loaded only now: the other commands don't
 * need what it needs.
 */
export async function benchCommand(names: string[]): Promise<number> {
  const bench = require(join(
    packageRoot,
    'src',
    'bench',
    'runBench.ts',
  )) as Bench;
  const unknown = names.filter(name => !bench.benchCases.includes(name));
  if (unknown.length > 0) {
    throw new LocalError(
      `There is no case ${unknown.join(', ')}`,
      `Cases are: ${bench.benchCases.join(', ')}.`,
    );
  }
  onStopRequest({
    first: () => stopAllStarted().finally(() => process.exit(130)),
    again: () => process.exit(130),
  });
  const missed = await bench.runBench(
    createProgress(),
    line => process.stdout.write(`${line}\n`),
    names.length > 0
      ? bench.benchCases.filter(name => names.includes(name))
      : bench.benchCases,
  );
  return missed ? 1 : 0;
}
