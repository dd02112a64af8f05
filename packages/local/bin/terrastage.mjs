#!/usr/bin/env node
// The door to every command: npm start, npm run dev, npm test, npm run bench,
// npm run generate, npm run users, npm run templates, deploy/install.sh. Runs on Node 20 or later with nothing
// installed, so it may import nothing but Node's own modules and the files beside it.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNode } from './bootstrap/findNode.mjs';
import { handOver } from './bootstrap/handOver.mjs';
import { installPackages } from './bootstrap/installPackages.mjs';
import { createProgress, failure } from './bootstrap/progress.mjs';

const COMMANDS = {
  start: 'start the portal with everything that it needs',
  dev: 'the same with hot reload',
  test: 'check everything; name suites to run only those',
  bench: 'measure',
  generate: 'write the generated files anew',
  users: 'say who can log in, and give new passwords',
  templates: 'check templates, or begin a new one',
  install: 'install the platform on AWS; deploy/install.sh',
};
/** Those that are not packages/local/src/cli.ts. */
const PROGRAMS = { install: 'deploy/src/install/program/main.ts' };

const [command, ...args] = process.argv.slice(2);
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const home = join(root, '.terrastage');

if (!Object.hasOwn(COMMANDS, command ?? '')) {
  const list = Object.entries(COMMANDS).map(
    ([name, what]) => `  ${name.padEnd(9)} ${what}`,
  );
  process.stderr.write(`Usage: terrastage <command>\n\n${list.join('\n')}\n`);
  process.exit(2);
}

// A terminal that has gone must not keep a stop from going on.
process.stdout.on('error', () => {});

const progress = createProgress();
try {
  if (process.platform === 'win32') {
    throw failure(
      'This runs on Linux and macOS only',
      'On Windows, clone the repository inside WSL 2 and start it there.',
    );
  }
  const node = await findNode({ home, progress });
  await installPackages({ root, home, node, progress });
  process.exitCode = await handOver({
    root,
    node,
    program: PROGRAMS[command]
      ? [PROGRAMS[command]]
      : ['packages/local/src/cli.ts', command],
    args,
    progress,
  });
} catch (error) {
  progress.fail(error);
  process.exitCode = 1;
}
