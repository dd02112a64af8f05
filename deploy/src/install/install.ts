import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Commands } from './commands/Commands';
import { destroySteps } from './destroySteps';
import { platformId, type InstallContext } from './InstallContext';
import { installSteps, valuesSteps } from './installSteps';
import { parseArguments } from './parseArguments';
import { readSettings } from './readSettings';
import { runSteps } from './runSteps';

export interface InstallOptions {
  args: string[];
  env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths of the arguments mean. */
  cwd: string;
  /** Folder in which each platform has one. */
  home: string;
  usersCommand: string[];
  say: (line: string) => void;
  ask: (question: string) => Promise<string>;
  sleep: (time: number) => Promise<void>;
  /** Aborted when nobody wants to go on: the program that runs is asked to end, once. */
  signal: AbortSignal;
}

/** What `deploy/install.sh` does. @throws InstallError with what to do; Error for wrong arguments */
export async function install(options: InstallOptions): Promise<void> {
  const args = parseArguments(options.args);
  if (typeof args === 'string') {
    options.say(args);
    return;
  }
  const settings = await readSettings(resolve(options.cwd, args.settingsFile));
  const folder = args.workDir
    ? resolve(options.cwd, args.workDir)
    : join(options.home, platformId(settings));
  const cache =
    options.env.TF_PLUGIN_CACHE_DIR ?? join(options.home, 'plugin-cache');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await mkdir(cache, { recursive: true });
  const log = createWriteStream(join(folder, 'install.log'), { flags: 'a' });
  const context: InstallContext = {
    ...options,
    settings,
    folder,
    outputs: {},
    commands: new Commands({
      ...options,
      env: { ...options.env, TF_PLUGIN_CACHE_DIR: cache },
      dryRun: args.dryRun,
      log: line => log.write(`${line}\n`),
    }),
  };
  context.commands.setVariable('TF_IN_AUTOMATION', '1');
  context.commands.setVariable('CHECKPOINT_DISABLE', '1');
  try {
    if (args.destroy) await runSteps(destroySteps, context);
    else await runSteps(args.valuesOnly ? valuesSteps : installSteps, context);
  } finally {
    await new Promise(done => log.end(done));
  }
}
