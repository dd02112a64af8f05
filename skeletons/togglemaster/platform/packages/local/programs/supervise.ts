// Runs a program and ends it when standard input closes, which the system does
// for us when the process that started this one dies, even by kill -9.
// Settings come as one line of JSON on stdin; the pid goes out as one line.
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { createInterface } from 'node:readline';

const GRACE_MS = 8_000;
const input = createInterface({ input: process.stdin });
// Ctrl-C reaches the whole terminal group; whoever started this decides instead.
process.on('SIGINT', () => undefined);

input.once('line', line => {
  const { file, args, env, cwd, uid, gid, logFile } = JSON.parse(line);
  const log = openSync(logFile, 'a');
  const child = spawn(file, args, {
    env,
    cwd,
    uid,
    gid,
    stdio: ['ignore', log, log],
  });
  child.once('error', error => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  child.once('spawn', () => process.stdout.write(`${child.pid}\n`));
  child.once('exit', code => process.exit(code ?? 1));
  const end = () => {
    child.kill('SIGINT');
    setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref();
  };
  input.once('close', end);
  process.on('SIGTERM', end);
});
