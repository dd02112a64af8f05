import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { runToFiles } from '../process/runToFiles';
import { CommandFailed } from './CommandFailed';
import { describeEnd } from './describeEnd';
import type { TerraformCli } from './TerraformCli';

export type ReadCommandOptions<T> = {
  args: string[];
  schema: z.ZodType<T>;
  /** Exit codes that come with an answer; default 0. */
  exitCodes?: number[];
  /** 10 lets everything else go first; default 0. */
  niceness?: number;
};

/**
 * Runs a Terraform command that answers with one JSON document. The document goes to no log: it may hold
 * secrets.
 *
 * @throws {@link CommandFailed} on any other exit code
 */
export async function readCommand<T>(
  cli: TerraformCli,
  options: ReadCommandOptions<T>,
): Promise<T> {
  const [name] = options.args;
  const stdoutFile = join(cli.logDir, `${name}.json`);
  const end = await runToFiles({
    command: cli.binary,
    args: options.args,
    cwd: cli.workspace,
    env: cli.env,
    stdoutFile,
    stderrFile: join(cli.logDir, `${name}.err`),
    onStderrLine: line => cli.log('warn', line),
    stop: cli.stop,
    graceMs: cli.graceMs,
    niceness: options.niceness,
  });
  cli.measured(end.maxRssBytes);
  const { exitCodes = [0] } = options;
  if (end.exitCode === undefined || !exitCodes.includes(end.exitCode)) {
    throw new CommandFailed(name, [], describeEnd(end));
  }
  return options.schema.parse(JSON.parse(await readFile(stdoutFile, 'utf8')));
}
