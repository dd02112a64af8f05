import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Progress } from '../progress/createProgress';
import { repositoryRoot } from '../system/paths';
import { Shutdown } from './Shutdown';
import type { StartContext, StartMode } from './StartContext';
import { startSteps } from './startSteps';

export type StartOptions = {
  mode: StartMode;
  progress: Progress;
  /** Data, configuration and logs of this start. Default: .terrastage/run. */
  runDir?: string;
  /** Every visitor is a seeded user, without a login. Default: people log in. */
  guest?: boolean;
  /** Name of that user, which means `guest` as well. Default: ana. */
  as?: string;
  /** Configuration files that go over those of the repository. */
  configFiles?: string[];
  /** Aborted when nobody wants the start any more. */
  signal?: AbortSignal;
};

export type Started = {
  context: StartContext;
  /** Ends everything in order; safe to call twice. */
  stop(): Promise<void>;
  /** Don't wait for anybody any longer. */
  hurry(): void;
};

const running = new Set<Started>();

/**
 * Runs the steps of a start. When one fails, or nobody wants the start any more,
 * what the earlier ones have started is ended.
 */
export async function startTerrastage(options: StartOptions): Promise<Started> {
  const { mode, as, progress, signal } = options;
  const home = join(repositoryRoot, '.terrastage');
  const runDir = options.runDir ?? join(home, 'run');
  const shutdown = new Shutdown(progress.line);
  const context: StartContext = {
    mode,
    root: repositoryRoot,
    home,
    runDir,
    as,
    progress,
    shutdown,
    signal,
    guest: options.guest || as !== undefined,
    extraConfigFiles: options.configFiles,
  };
  await rm(join(runDir, 'logs'), { recursive: true, force: true });
  await mkdir(join(runDir, 'logs'), { recursive: true });
  try {
    for (const step of startSteps) {
      signal?.throwIfAborted();
      await progress.step(step.title, () => step.run(context));
    }
    signal?.throwIfAborted();
    await writeFile(
      join(runDir, 'started.json'),
      `${JSON.stringify(summary(context), null, 2)}\n`,
    );
  } catch (error) {
    await shutdown.run();
    throw error;
  }
  const started = {
    context,
    stop: async () => {
      await shutdown.run();
      running.delete(started);
    },
    hurry: () => shutdown.hurry(),
  };
  running.add(started);
  return started;
}

/** For a command that is interrupted while others hold what it has started. */
export async function stopAllStarted(): Promise<void> {
  await Promise.all([...running].map(started => started.stop()));
}

/** For programs that drive a start, such as the tests in the browser. */
function summary(context: StartContext) {
  const { mode, ports, aws, cognito, portal, runDir } = context;
  const port = mode === 'dev' ? ports?.app : ports?.portal;
  return {
    url: `http://localhost:${port}`,
    backendUrl: `http://localhost:${ports?.portal}`,
    awsUrl: aws?.url,
    cognitoUrl: cognito?.url,
    configFiles: [
      ...(context.settings?.configFiles ?? []),
      context.generatedConfig,
    ],
    portalPid: portal?.pid,
    runDir,
  };
}
