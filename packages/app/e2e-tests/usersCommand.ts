import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(__dirname, '../../..');

/** `npm run users`, for the start in that folder. */
export async function usersCommand(
  runDir: string,
  ...args: string[]
): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      path.join(root, 'packages/local/bin/terrastage.mjs'),
      'users',
      '--run-dir',
      runDir,
      ...args,
    ],
    { cwd: root },
  );
  return stdout;
}
