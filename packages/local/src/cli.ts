import { createProgress } from './progress/createProgress';
import { startCommand } from './commands/startCommand';

const commands: Record<string, (args: string[]) => Promise<number>> = {
  start: () => startCommand('start'),
  dev: () => startCommand('dev'),
};

async function main([name, ...args]: string[]): Promise<number> {
  try {
    return await commands[name](args);
  } catch (error) {
    createProgress().fail(error);
    return 1;
  }
}

main(process.argv.slice(2)).then(code => process.exit(code));
