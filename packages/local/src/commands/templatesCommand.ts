import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createProgress } from '../progress/createProgress';
import { LocalError } from '../progress/LocalError';
import { repositoryRoot } from '../system/paths';
import { newTemplate } from '../templates/newTemplate';
import { nextSteps } from '../templates/report/nextSteps';
import { problemLines, summaryLines } from '../templates/report/formatResults';
import { runCheck } from '../templates/runCheck';
import { onStopRequest } from './onStopRequest';

const USAGE = `Usage:
  npm run templates -- check [name...] [--update]   check templates and skeletons; --update writes the plans of samples down
  npm run templates -- new <name>                   lay down a template that works
Both take --root <folder> for templates that lie elsewhere.`;

/** `npm run templates`. */
export async function templatesCommand(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const [verb, ...names] = positionals;
  const root = resolve(values.root ?? repositoryRoot);
  if (verb === 'new' && names.length === 1) {
    const files = await newTemplate(root, names[0]);
    write(nextSteps(names[0], files));
    return 0;
  }
  if (verb === 'check') return check(root, names, values.update ?? false);
  write([USAGE]);
  return 2;
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { update: { type: 'boolean' }, root: { type: 'string' } },
    });
  } catch (error) {
    throw new LocalError((error as Error).message, USAGE, { cause: error });
  }
}

async function check(
  root: string,
  names: string[],
  update: boolean,
): Promise<number> {
  const stop = new AbortController();
  onStopRequest({ first: () => stop.abort(), again: () => process.exit(130) });
  const since = performance.now();
  const results = await runCheck({
    root,
    names,
    update,
    home: join(repositoryRoot, '.terrastage'),
    progress: createProgress(),
    signal: stop.signal,
    onChecked: result => write(problemLines(result)),
  });
  const seconds = (performance.now() - since) / 1000;
  write(['', ...summaryLines(results, seconds)]);
  return results.some(result => problemLines(result).length) ? 1 : 0;
}

function write(lines: string[]) {
  for (const line of lines) process.stdout.write(`${line}\n`);
}
