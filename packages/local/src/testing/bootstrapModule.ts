import { join } from 'node:path';
import { packageRoot } from '../system/paths';
import { runProgram } from '../system/runProgram';

export type BootstrapAnswer = {
  value?: unknown;
  error?: { message: string; hint?: string };
  lines: string[];
};

/**
 * Calls a function of bin/bootstrap in a process of its own, as jest loads no
 * native modules: its one argument is `argument` with a `progress` added.
 */
export async function callBootstrap(
  file: string,
  name: string,
  argument: object,
  env: NodeJS.ProcessEnv = process.env,
): Promise<BootstrapAnswer> {
  const module = join(packageRoot, 'bin', 'bootstrap', file);
  const script = `
    const [module, name, argument] = process.argv.slice(1);
    const lines = [];
    const progress = { line: text => lines.push(text) };
    import(module)
      .then(exports => exports[name]({ ...JSON.parse(argument), progress }))
      .then(value => ({ value }))
      .catch(({ message, hint }) => ({ error: { message, hint } }))
      .then(answer => console.log(JSON.stringify({ ...answer, lines })));
  `;
  const { stdout } = await runProgram(
    process.execPath,
    ['-e', script, '--', module, name, JSON.stringify(argument)],
    { env },
  );
  return JSON.parse(stdout) as BootstrapAnswer;
}
