import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { deployPath } from '../../deployPath';
import { install } from '../install';
import { InstallError } from '../InstallError';
import { USAGE } from '../parseArguments';

const root = deployPath('..');

async function ask(question: string): Promise<string> {
  const terminal = createInterface({
    input: process.stdin,
    output: process.stdout,
  });
  try {
    return await Promise.race([
      terminal.question(question),
      // Nobody is there to answer.
      new Promise<string>(resolve => terminal.once('close', () => resolve(''))),
    ]);
  } finally {
    terminal.close();
  }
}

async function main(args: string[]): Promise<number> {
  const stop = new AbortController();
  // A second one must not end this before Terraform has saved its state.
  process.on('SIGINT', () => stop.abort());
  process.on('SIGTERM', () => stop.abort());
  const say = (line: string) => process.stdout.write(`${line}\n`);
  try {
    await install({
      args,
      env: process.env,
      cwd: process.env.INIT_CWD ?? process.cwd(),
      home: join(root, '.terrastage', 'install'),
      usersCommand: [
        process.execPath,
        join(root, 'packages/local/bin/terrastage.mjs'),
        'users',
      ],
      say,
      ask,
      sleep: time => sleep(time, undefined, { signal: stop.signal }),
      signal: stop.signal,
    });
    return 0;
  } catch (error) {
    if (error instanceof InstallError) {
      process.stderr.write(`\nFAILED: ${error.message}\n${error.hint}\n`);
      return 1;
    }
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
}

main(process.argv.slice(2)).then(code => process.exit(code));
