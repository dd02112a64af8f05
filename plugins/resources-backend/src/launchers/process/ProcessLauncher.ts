import { EventEmitter } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import type {
  Launcher,
  LaunchRequest,
  RunnerPresence,
  RunnerRef,
} from '../Launcher';
import {
  processTable,
  type ProcessInfo,
  type ProcessTable,
} from './processTable';
import {
  findErroredStates,
  readProcessFile,
  runFolder,
  writeProcessFile,
} from './runFolder';
import { runnerEnv } from './runnerEnv';
import type { Standby, WaitingRunner } from './Standby';
import { startProcess } from './startProcess';

export interface ProcessLauncherOptions {
  /** The runner's program and its first arguments. */
  command: readonly string[];
  runsDir: string;
  /** More environment variables for runners. */
  env: Record<string, string>;
  terraformBinary?: string;
  initCacheDir?: string;
  /** A runner that waits for its run; without it each is started when its run is. */
  standby?: Standby;
  /** Base URL of the runner API. */
  portalUrl: () => Promise<string>;
  /** Name of this machine. */
  host: string;
  processes?: ProcessTable;
}

/**
 * Runners as child processes, each leader of its own session and process group, with files instead of pipes: when
 * the portal ends they go on, and `process.json` in the run's folder says which process each one is.
 */
export class ProcessLauncher implements Launcher {
  readonly host: string;
  private readonly processes: ProcessTable;
  private readonly exits = new EventEmitter();

  constructor(private readonly options: ProcessLauncherOptions) {
    this.host = options.host;
    this.processes = options.processes ?? processTable();
  }

  start(): void {
    this.options.standby?.prepare();
  }

  async stop(): Promise<void> {
    await this.options.standby?.stop();
  }

  async launch(request: LaunchRequest): Promise<void> {
    const { standby, runsDir } = this.options;
    const waiting = await standby?.take(runFolder(runsDir, request).path);
    try {
      await this.begin(request, waiting);
    } catch (error) {
      // One without a run would wait for as long as the portal lives.
      waiting?.child.kill('SIGKILL');
      throw error;
    } finally {
      standby?.prepare();
    }
  }

  private async begin(
    { token, runId, attempt }: LaunchRequest,
    waiting: WaitingRunner | undefined,
  ): Promise<void> {
    const runner = { runId, attempt };
    const { command, env, initCacheDir, terraformBinary } = this.options;
    const folder = runFolder(this.options.runsDir, runner);
    await mkdir(folder.work, { recursive: true, mode: 0o700 });
    await writeFile(folder.tokenFile, token, { mode: 0o600 });
    const runnersEnv = runnerEnv(
      {
        ...runner,
        portalUrl: await this.options.portalUrl(),
        tokenFile: folder.tokenFile,
        workDir: folder.work,
        initCacheDir,
        terraformBinary,
        env,
      },
      process.env,
    );
    const child =
      waiting?.child ??
      (await startProcess(command, { folder, env: runnersEnv }));
    child.once('exit', () => this.exits.emit('exit'));
    child.unref();
    await this.remember(runner, child.pid!);
    await waiting?.begin(runnersEnv);
  }

  onExit(listener: () => void): void {
    this.exits.on('exit', listener);
  }

  async probe(runner: RunnerRef): Promise<RunnerPresence> {
    const file = await this.processFile(runner);
    if (!file) {
      // It is being launched, or the portal ended in the middle of that.
      return 'unknown';
    }
    const leader = await this.processes.get(file.pid);
    if (leader && leader.startTime === file.startTime && !leader.zombie) {
      return 'running';
    }
    return (await this.rest(runner)).length > 0 ? 'orphaned' : 'gone';
  }

  async interrupt(runner: RunnerRef): Promise<void> {
    const file = await this.processFile(runner);
    if (file && (await this.probe(runner)) === 'running') {
      // It passes the signal on itself: Terraform must not get it twice.
      kill(file.pid, 'SIGINT');
    } else {
      await this.signal(runner, 'SIGINT');
    }
  }

  async kill(runner: RunnerRef): Promise<void> {
    await this.signal(runner, 'SIGKILL');
  }

  describe(runner: RunnerRef): string {
    return runFolder(this.options.runsDir, runner).path;
  }

  findErroredStates(runner: RunnerRef): Promise<string[]> {
    return findErroredStates(this.describe(runner));
  }

  private async remember(runner: RunnerRef, pid: number): Promise<void> {
    const { processFile } = runFolder(this.options.runsDir, runner);
    try {
      const info = await this.processes.get(pid);
      // One that has ended by now has no start time to tell; nothing can be mistaken for it.
      const startTime = info?.startTime ?? 'ended';
      await writeProcessFile(processFile, { ...runner, pid, startTime });
    } catch (error) {
      // One that could not be found again must not live.
      kill(-pid, 'SIGKILL');
      throw error;
    }
  }

  private async signal(
    runner: RunnerRef,
    signal: NodeJS.Signals,
  ): Promise<void> {
    const [member] = await this.rest(runner);
    if (member) {
      kill(-member.group, signal);
    }
  }

  /** What lives of the runner's process group, the runner itself among it. */
  private async rest(runner: RunnerRef): Promise<ProcessInfo[]> {
    const file = await this.processFile(runner);
    if (!file) {
      return [];
    }
    const leader = await this.processes.get(file.pid);
    if (leader && leader.startTime !== file.startTime) {
      // The number was given to another process, which happens only when nothing is left of the group.
      return [];
    }
    const all = await this.processes.list();
    return all.filter(({ group, zombie }) => group === file.pid && !zombie);
  }

  private processFile(runner: RunnerRef) {
    return readProcessFile(runFolder(this.options.runsDir, runner).processFile);
  }
}

/** A process, or with a negative number its group; one that is gone by now is as good as ended. */
function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
      throw error;
    }
  }
}
