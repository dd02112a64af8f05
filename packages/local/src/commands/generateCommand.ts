import { join } from 'node:path';
import { generateAll } from '../generate/generateAll';
import { reportGenerators, sourceGenerators } from '../generate/generators';
import { createProgress } from '../progress/createProgress';
import { repositoryRoot } from '../system/paths';
import { onStopRequest } from './onStopRequest';

/** `npm run generate`; with `--check` nothing is changed, only told. */
export async function generateCommand(args: string[]): Promise<number> {
  const check = args.includes('--check');
  const progress = createProgress();
  const stop = new AbortController();
  onStopRequest({ first: () => stop.abort(), again: () => process.exit(130) });
  const changed = await generateAll(
    [...sourceGenerators, ...reportGenerators],
    {
      root: repositoryRoot,
      home: join(repositoryRoot, '.terrastage'),
      signal: stop.signal,
      check,
      onGenerator: name => progress.line(`Generating ${name}`),
    },
  );
  for (const file of changed) {
    progress.line(`  ${check ? 'would change' : 'changed'}: ${file}`);
  }
  if (!changed.length) progress.line('Everything was fresh');
  return check && changed.length ? 1 : 0;
}
