import { join } from 'node:path';
import { runToFiles } from '../process/runToFiles';
import { CommandFailed } from './CommandFailed';
import { describeEnd } from './describeEnd';
import type { TerraformCli } from './TerraformCli';
import type { TerraformDiagnostic, TerraformMessage } from './messages';
import { parseLine } from './parseLine';

export type RunCommandOptions = {
  args: string[];
  /** Told of every message that the runner acts on, in order. */
  onMessage?: (message: TerraformMessage) => void;
  /** Messages that are worth neither a line in the log nor an event. */
  isNoise?: (message: TerraformMessage) => boolean;
};

/**
 * Runs one Terraform command with `-json` output, logs its lines and reports its diagnostics.
 *
 * @throws {@link CommandFailed} unless it exits with 0
 */
export async function runCommand(
  cli: TerraformCli,
  options: RunCommandOptions,
): Promise<void> {
  const [name] = options.args;
  const errors: TerraformDiagnostic[] = [];

  const onStdoutLine = (line: string) => {
    const { level, text, message } = parseLine(line);
    if (message && options.isNoise?.(message)) {
      options.onMessage?.(message);
      return;
    }
    if (message?.type === 'diagnostic') {
      if (message.diagnostic.severity === 'error') {
        errors.push(message.diagnostic);
      }
      cli.diagnostic(message.diagnostic);
    }
    if (text) {
      text.split('\n').forEach(one => cli.log(level, one));
    }
    if (message) {
      options.onMessage?.(message);
    }
  };

  const end = await runToFiles({
    command: cli.binary,
    args: options.args,
    cwd: cli.workspace,
    env: cli.env,
    stdoutFile: join(cli.logDir, `${name}.out`),
    stderrFile: join(cli.logDir, `${name}.err`),
    onStdoutLine,
    onStderrLine: line => cli.log('warn', line),
    stop: cli.stop,
    graceMs: cli.graceMs,
  });
  cli.measured(end.maxRssBytes);
  if (end.exitCode !== 0) {
    throw new CommandFailed(name, errors, describeEnd(end));
  }
}
