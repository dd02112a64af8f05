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
  // A second one must not end this before Terraform has saved its state. The channel goes when the door was killed.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => stop.abort());
  }
  process.once('disconnect', () => stop.abort());
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

// A terminal that has gone must not end this either: Terraform would lose whom it talks to.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

main(process.argv.slice(2)).then(code => {
  // Into a pipe it writes in the background: an exit at once would lose the last lines.
  process.stdout.write('', () => process.exit(code));
});
