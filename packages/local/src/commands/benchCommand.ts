import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LocalError } from '../progress/LocalError';
import { packageRoot } from '../system/paths';

export type Bench = { runBench(args: string[]): Promise<void> };

/**
 * `npm run bench`: measures; the measuring itself is `runBench` of src/bench.
 *
 * It is loaded only now, because it needs much that the other commands don't.
 */
export async function benchCommand(args: string[]): Promise<number> {
  const entry = join(packageRoot, 'src', 'bench', 'index.ts');
  if (!existsSync(entry)) {
    throw new LocalError(
      `There is nothing to measure: ${entry} is missing`,
      'Get the whole repository.',
    );
  }
  const bench = require(entry) as Bench;
  await bench.runBench(args);
  return 0;
}
