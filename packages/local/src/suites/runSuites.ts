import { availableParallelism } from 'node:os';
import { LocalError } from '../progress/LocalError';
import { FAILED, type Suite, type SuiteContext } from './Suite';
import type { Line } from './summary';

export type RunSuitesOptions = Omit<SuiteContext, 'say' | 'passed'> & {
  out: { write(text: string): unknown };
  now?: () => number;
  /** How many run side by side, of those that may. Default: one a core, at most four. */
  sideBySide?: number;
};

const MOST_SIDE_BY_SIDE = 4;

/**
 * Runs suites one after the other, or side by side where they may, and goes on after a failure. What a suite throws
 * counts as one failed test: it never ends the others or goes unnoticed.
 *
 * @returns a line for each suite that has run, in the order of the suites
 */
export async function runSuites(
  suites: Suite[],
  options: RunSuitesOptions,
): Promise<Line[]> {
  const begun = new Map<string, Promise<Line | undefined>>();
  const passed = new Set<string>();
  for (const group of groupsOf(suites)) {
    const left = [...group];
    const begin = async (suite: Suite) => {
      await begun.get(suite.after ?? '');
      if (options.signal.aborted) return undefined;
      const line = await runOne(suite, group.length > 1, {
        ...options,
        passed,
      });
      if (!line.failed) passed.add(suite.name);
      return line;
    };
    const work = async () => {
      for (let suite = left.shift(); suite; suite = left.shift()) {
        const line = begin(suite);
        begun.set(suite.name, line);
        await line;
      }
    };
    await Promise.all(
      Array.from({ length: Math.min(group.length, workersOf(options)) }, work),
    );
  }
  const lines = await Promise.all(suites.map(({ name }) => begun.get(name)));
  return lines.filter(line => line !== undefined);
}

/** Neighbours that may run side by side; each of the others by itself. */
function groupsOf(suites: Suite[]): Suite[][] {
  return suites.reduce<Suite[][]>((groups, suite) => {
    const last = groups.at(-1);
    if (suite.beside && last?.[0].beside) last.push(suite);
    else groups.push([suite]);
    return groups;
  }, []);
}

function workersOf({ sideBySide }: RunSuitesOptions): number {
  return sideBySide ?? Math.min(MOST_SIDE_BY_SIDE, availableParallelism());
}

/** @param held - whether what it says waits for its end, since others are at it too */
async function runOne(
  suite: Suite,
  held: boolean,
  {
    out,
    now = Date.now,
    ...context
  }: RunSuitesOptions & Pick<SuiteContext, 'passed'>,
): Promise<Line> {
  const said: string[] = [];
  const say = (text: string) => {
    if (held) said.push(`${text}\n`);
    else out.write(`${text}\n`);
  };
  const since = now();
  say(`\n=== ${suite.name}: ${suite.title}`);
  const result = await resultOf(suite, { ...context, say });
  const seconds = (now() - since) / 1000;
  const verdict = result.failed ? 'FAILED' : 'passed';
  say(`=== ${suite.name}: ${verdict} after ${seconds.toFixed(1)} s`);
  out.write(said.join(''));
  return { name: suite.name, ...result, seconds };
}

async function resultOf(suite: Suite, context: SuiteContext) {
  try {
    return await suite.run(context);
  } catch (error) {
    context.say((error as Error).message);
    if (error instanceof LocalError) context.say(error.hint);
    return FAILED;
  }
}
