import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { nodeEnv } from './nodeEnv.mjs';

const PARENT_POLL_MS = 1_000;

/**
 * Runs the command itself, TypeScript under the Node that was found, and passes
 * signals on. The channel between the two closes when this process dies, even by
 * kill -9, and the command then ends as if it had been asked to.
 *
 * @returns {Promise<number>} its exit code
 */
export function handOver({ root, node, program, args, progress }) {
  const [file, ...first] = program;
  const child = spawn(
    node.path,
    [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      join(root, file),
      ...first,
      ...args,
    ],
    {
      cwd: root,
      env: {
        ...nodeEnv(node),
        TERRASTAGE_STARTED_AT: String(progress.startedAt),
      },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      // A group of its own: the terminal's Ctrl-C comes here and is passed on
      // once, instead of reaching all at once in no order.
      detached: true,
    },
  );
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    // npm that is killed tells nobody.
    clearInterval(watch);
    child.kill('SIGTERM');
  }, PARENT_POLL_MS);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      resolve(code ?? (signal ? 1 : 0));
    });
  });
}
