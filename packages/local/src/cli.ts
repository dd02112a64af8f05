import { createProgress } from './progress/createProgress';
import { benchCommand } from './commands/benchCommand';
import { generateCommand } from './commands/generateCommand';
import { startCommand } from './commands/startCommand';
import { templatesCommand } from './commands/templatesCommand';
import { testCommand } from './commands/testCommand';
import { usersCommand } from './commands/usersCommand';
import { exitWhenWritten } from './system/exitWhenWritten';

const commands: Record<string, (args: string[]) => Promise<number>> = {
  start: args => startCommand('start', args),
  dev: args => startCommand('dev', args),
  test: testCommand,
  bench: benchCommand,
  generate: generateCommand,
  users: usersCommand,
  templates: templatesCommand,
};

async function main([name, ...args]: string[]): Promise<number> {
  try {
    return await commands[name](args);
  } catch (error) {
    createProgress().fail(error);
    return 1;
  }
}

// A terminal that has gone must not keep a stop from going on.
process.stdout.on('error', () => {});

main(process.argv.slice(2)).then(exitWhenWritten);
