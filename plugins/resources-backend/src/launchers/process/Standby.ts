import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { STANDBY_ARGUMENT } from '@terrastage/terraform-runner/protocol';
import { inheritedEnv } from './runnerEnv';
import { folderAt } from './runFolder';
import { startProcess } from './startProcess';

export interface StandbyOptions {
  command: readonly string[];
  runsDir: string;
  env: Record<string, string>;
  initCacheDir?: string;
  logger: LoggerService;
  /** Milliseconds from a run's start to that of the next runner, which would be in its way before. Default: 5,000. */
  delay?: number;
}

/** A runner that has started and has no run yet. */
export interface WaitingRunner {
  readonly child: ChildProcess;
  /** Gives it the environment of its run. @throws Error when it has ended. */
  begin(env: Record<string, string>): Promise<void>;
}

/**
 * Keeps one runner ready, so that a run need not wait until Node.js and the runner's program have been loaded. It ends
 * with the portal, however that ends: its input does.
 */
export class Standby {
  private ready?: { child: ChildProcess; folder: string };
  private coming?: Promise<void>;
  private readonly stopped = new AbortController();

  constructor(private readonly options: StandbyOptions) {}

  /** Has one ready in a while, unless there is one. */
  prepare(): void {
    const { signal } = this.stopped;
    if (this.ready || this.coming || signal.aborted) {
      return;
    }
    const { delay = 5_000, logger } = this.options;
    this.coming = sleep(delay, undefined, { signal, ref: false })
      .then(() => this.launch())
      .catch(error => {
        if (!signal.aborted) {
          logger.warn(`No runner could be started ahead: ${error.message}`);
        }
      })
      .finally(() => {
        this.coming = undefined;
      });
  }

  /** The waiting one, its folder moved to where the run's is to be; undefined when there is none. */
  async take(folder: string): Promise<WaitingRunner | undefined> {
    const { ready } = this;
    this.ready = undefined;
    if (!ready) {
      return undefined;
    }
    const { child } = ready;
    const moved =
      child.exitCode === null &&
      child.signalCode === null &&
      (await rename(ready.folder, folder).then(
        () => true,
        () => false,
      ));
    if (!moved) {
      // The run is started afresh, which says what is wrong if that fails, too.
      child.kill('SIGKILL');
      await rm(ready.folder, { recursive: true, force: true });
      return undefined;
    }
    const { stdin } = child;
    return {
      child,
      begin: async env => {
        stdin!.end(`${JSON.stringify(env)}\n`);
        await finished(stdin!, { readable: false });
      },
    };
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await this.coming;
    const { ready } = this;
    this.ready = undefined;
    if (ready) {
      ready.child.kill('SIGKILL');
      await rm(ready.folder, { recursive: true, force: true });
    }
  }

  private async launch(): Promise<void> {
    const { command, runsDir, env, initCacheDir } = this.options;
    await mkdir(runsDir, { recursive: true, mode: 0o700 });
    const folder = await mkdtemp(path.join(runsDir, 'standby-'));
    const child = await startProcess([...command, STANDBY_ARGUMENT], {
      folder: folderAt(folder),
      env: inheritedEnv({ env, initCacheDir }, process.env),
      stdin: 'pipe',
    }).catch(async error => {
      await rm(folder, { recursive: true, force: true });
      throw error;
    });
    child.unref();
    // It may have ended: who begins hears of it.
    child.stdin!.on('error', () => undefined);
    this.ready = { child, folder };
  }
}
