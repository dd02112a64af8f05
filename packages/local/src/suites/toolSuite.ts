import { join } from 'node:path';
import { runLogged } from '../system/runLogged';
import { FAILED, PASSED, type Suite, type SuiteContext } from './Suite';

export type Tool = {
  /** Relative to node_modules/.bin. */
  bin: string;
  args: string[] | ((context: SuiteContext) => Promise<string[]>);
  /** Name of a suite that has run the same already, if it has passed. */
  unless?: string;
};

const SHOWN_LINES = 120;

/**
 * A suite that counts as one test: tools run one after the other, and all of
 * them have to end well. What a tool says is shown only when it doesn't.
 */
export function toolSuite(
  name: string,
  title: string,
  tools: Tool[],
  order: Pick<Suite, 'beside' | 'after'> = { beside: true },
): Suite {
  return {
    name,
    title,
    ...order,
    async run(context) {
      for (const { bin, args, unless } of tools) {
        if (unless && context.passed.has(unless)) continue;
        const { code, lines } = await runTool(name, context, {
          bin,
          args: Array.isArray(args) ? args : await args(context),
        });
        if (code !== 0) {
          context.say(lines.slice(-SHOWN_LINES).join('\n'));
          context.say(`${bin} ended with ${code}`);
          return FAILED;
        }
      }
      return PASSED;
    },
  };
}

function runTool(
  name: string,
  { root, home, signal }: SuiteContext,
  { bin, args }: { bin: string; args: string[] },
) {
  return runLogged(
    process.execPath,
    [join(root, 'node_modules', '.bin', bin), ...args],
    {
      cwd: root,
      env: { ...process.env, CI: '1', FORCE_COLOR: '0' },
      logFile: join(home, 'logs', `test-${name}.log`),
      signal,
    },
  );
}
