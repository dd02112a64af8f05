import { runUsers } from './runUsers';

// The folder in which the person stands, where npm runs scripts in the root.
const cwd = process.env.INIT_CWD ?? process.cwd();

// As `users list | head` closes the pipe before all is written.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void runUsers(
  process.argv.slice(2),
  {
    out: text => process.stdout.write(text),
    err: text => process.stderr.write(text),
    isTerminal: process.stdout.isTTY ?? false,
  },
  cwd,
).then(code => {
  process.exitCode = code;
});
