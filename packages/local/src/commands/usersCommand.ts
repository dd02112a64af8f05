import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { runUsers } from '@terrastage/plugin-catalog-backend-module-cognito/cli';
import { z } from 'zod';
import { isAlive } from '../system/isAlive';
import { repositoryRoot } from '../system/paths';

/** Without a local Cognito there is no address of one. */
const startedSchema = z.object({
  cognitoUrl: z.string(),
  configFiles: z.array(z.string()),
});

/** Options with which somebody means a pool of their own choice. */
const CHOICES = ['--config', '--user-pool-id', '--endpoint-url'];

/**
 * `npm run users`: while a local start runs, its pool; else the one of the configuration. `--run-dir` names the
 * folder of a start that has another one.
 */
export async function usersCommand(args: string[]): Promise<number> {
  // The folder in which the person stands: npm runs scripts in the root.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const { runDir, rest } = takeRunDir(args);
  const chosen = rest.some(arg =>
    CHOICES.some(name => arg === name || arg.startsWith(`${name}=`)),
  );
  const config = chosen
    ? undefined
    : await configOfStart(
        runDir
          ? resolve(cwd, runDir)
          : join(repositoryRoot, '.terrastage', 'run'),
      );
  if (config) useLocalCredentials();
  const output = {
    out: (text: string) => process.stdout.write(text),
    err: (text: string) => process.stderr.write(text),
    isTerminal: process.stdout.isTTY ?? false,
  };
  return runUsers([...(config ?? []), ...rest], output, cwd);
}

function takeRunDir(args: string[]) {
  const at = args.indexOf('--run-dir');
  if (at === -1) return { rest: args };
  return {
    runDir: args[at + 1],
    rest: [...args.slice(0, at), ...args.slice(at + 2)],
  };
}

/** Nothing unless a start with a local Cognito runs from that folder. */
async function configOfStart(runDir: string): Promise<string[] | undefined> {
  const read = (name: string) =>
    readFile(join(runDir, name), 'utf8').catch(() => '');
  const pid = Number(await read('start.pid'));
  if (!pid || !isAlive(pid)) return undefined;
  const started = startedSchema.safeParse(
    JSON.parse((await read('started.json')) || 'null'),
  );
  return started.data?.configFiles.flatMap(file => ['--config', file]);
}

/** The local Cognito asks for none, the SDK does; the shell's may have ended. */
function useLocalCredentials() {
  delete process.env.AWS_PROFILE;
  process.env.AWS_ACCESS_KEY_ID = 'local';
  process.env.AWS_SECRET_ACCESS_KEY = 'local';
}
