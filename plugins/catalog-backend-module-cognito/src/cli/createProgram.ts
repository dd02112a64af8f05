import { Command } from 'commander';
import type { CommandContext } from './CommandContext';
import { createContext, type GlobalOptions } from './createContext';
import type { ExitCode } from './exitCodes';
import { listCommand } from './listCommand';
import {
  disableCommand,
  enableCommand,
  resetPasswordCommand,
} from './onePersonCommand';
import type { Output } from './Output';
import { planCommand } from './planCommand';
import { syncCommand } from './syncCommand';

export type ProgramOptions = {
  output: Output;
  cwd: string;
  onExit: (code: ExitCode) => void;
};

const AFTER_HELP = `
<person>: an email, or the name of a User entity.

Exit codes:
  0  done, or nothing to do
  1  failed
  2  plan, sync --dry-run: there are changes to make
  3  too many people would lose their login; nothing was changed
  4  the users files are not usable; nothing was changed`;

/** For options that may be given more than once. */
function append(value: string, earlier: string[] = []): string[] {
  return [...earlier, value];
}

/** The command line. */
export function createProgram({ output, cwd, onExit }: ProgramOptions) {
  const program = new Command('users')
    .description('Keeps the users of the catalog in a Cognito user pool')
    .option('--config <file>', 'configuration, as the portal takes it', append)
    .option('--users <file>', 'file with User entities', append)
    .option('--groups <file>', 'file with Group entities', append)
    .option('--user-pool-id <id>')
    .option('--region <region>')
    .option('--endpoint-url <url>', 'another address than that of AWS')
    .option('--json', 'results as JSON')
    .addHelpText('after', AFTER_HELP)
    .configureOutput({
      writeOut: text => output.out(text),
      writeErr: text => output.err(text),
    })
    .exitOverride();

  const run = async (
    work: (context: CommandContext) => Promise<ExitCode>,
  ): Promise<void> => {
    const options = program.opts<GlobalOptions>();
    onExit(await work(await createContext(options, output, cwd)));
  };
  const subcommand = (usage: string, description: string) =>
    program.command(usage).description(description);

  subcommand('plan', 'show what a sync would do')
    .option('--adopt', 'take over users whom somebody else made')
    .option('--allow-removals', 'however many lose their login')
    .action(options => run(context => planCommand(context, options)));
  subcommand('sync', 'bring the user pool in line with the users files')
    .option('--dry-run', 'the same as plan')
    .option('--adopt', 'take over users whom somebody else made')
    .option('--allow-removals', 'however many lose their login')
    .option('--generate-passwords', 'show passwords instead of sending emails')
    .option('--print-password', 'also where stdout is no terminal')
    .action(options => run(context => syncCommand(context, options)));
  subcommand('list', 'show who is in the user pool').action(() =>
    run(listCommand),
  );
  subcommand('reset-password <person>', 'give a new temporary password')
    .option('--by-email', 'have Cognito send a code instead')
    .option('--print-password', 'also where stdout is no terminal')
    .option('--dry-run', 'change nothing')
    .action((person, options) =>
      run(context => resetPasswordCommand(context, person, options)),
    );
  subcommand('disable <person>', 'take the login, until `enable`')
    .option('--dry-run', 'change nothing')
    .action((person, options) =>
      run(context => disableCommand(context, person, options)),
    );
  subcommand('enable <person>', 'give the login back')
    .option('--dry-run', 'change nothing')
    .action((person, options) =>
      run(context => enableCommand(context, person, options)),
    );
  return program;
}
