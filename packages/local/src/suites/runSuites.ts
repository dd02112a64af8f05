import { LocalError } from '../progress/LocalError';
import { FAILED, type Suite, type SuiteContext } from './Suite';
import type { Line } from './summary';

export type RunSuitesOptions = Omit<SuiteContext, 'say'> & {
  out: { write(text: string): unknown };
  now?: () => number;
};

/**
 * Runs suites one after the other and goes on after a failure. What a suite
 * throws counts as one failed test: it never ends the others or goes unnoticed.
 */
export async function runSuites(
  suites: Suite[],
  { out, now = Date.now, ...context }: RunSuitesOptions,
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const suite of suites) {
    if (context.signal.aborted) break;
    const since = now();
    out.write(`\n=== ${suite.name}: ${suite.title}\n`);
    const result = await runOne(suite, {
      ...context,
      say: text => out.write(`${text}\n`),
    });
    const seconds = (now() - since) / 1000;
    const verdict = result.failed ? 'FAILED' : 'passed';
    out.write(`=== ${suite.name}: ${verdict} after ${seconds.toFixed(1)} s\n`);
    lines.push({ name: suite.name, ...result, seconds });
  }
  return lines;
}

async function runOne(suite: Suite, context: SuiteContext) {
  try {
    return await suite.run(context);
  } catch (error) {
    context.say((error as Error).message);
    if (error instanceof LocalError) context.say(error.hint);
    return FAILED;
  }
}
