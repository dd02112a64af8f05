import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setPriority } from 'node:os';
import { StoppedError } from '../errors/StoppedError';
import { descendants } from './descendants';
import { killAll } from './killAll';
import { measureRss } from './measureRss';
import { tailLines } from './tailLines';

export type RunToFilesOptions = {
  command: string;
  args: string[];
  cwd: string;
  /** The whole environment of the child. */
  env: Record<string, string>;
  stdoutFile: string;
  stderrFile: string;
  /** Without it nobody reads standard output while it is written. */
  onStdoutLine?: (line: string) => void;
  onStderrLine: (line: string) => void;
  /** Aborted once: the child gets one SIGINT, and SIGKILL with all below it when the grace is over. */
  stop: AbortSignal;
  graceMs: number;
  /** 10 lets everything else go first; default 0. */
  niceness?: number;
};

export type ProcessEnd = {
  /** Absent when a signal ended the process. */
  exitCode?: number;
  signal?: string;
  /** Largest sum of the resident sets of the process and all below it, where it could be measured. */
  maxRssBytes: number;
};

/**
 * Runs a program whose output goes to files that are read while it writes. Not to pipes: should this
 * process be killed, a pipe would break and take Terraform with it in the middle of an apply.
 */
export async function runToFiles(
  options: RunToFilesOptions,
): Promise<ProcessEnd> {
  const { stop, stdoutFile, stderrFile } = options;
  stop.throwIfAborted();
  const stdout = openSync(stdoutFile, 'w', 0o600);
  const stderr = openSync(stderrFile, 'w', 0o600);
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ['ignore', stdout, stderr],
    shell: false,
  });
  closeSync(stdout);
  closeSync(stderr);
  const exit = once(child, 'exit') as Promise<[number | null, string | null]>;
  const finished = new AbortController();
  const tails = Promise.all([
    options.onStdoutLine &&
      tailLines(stdoutFile, options.onStdoutLine, finished.signal),
    tailLines(stderrFile, options.onStderrLine, finished.signal),
  ]);
  const rss = measureRss(child.pid, finished.signal);
  const disarm = stopOnAbort(child.pid, stop, options.graceMs);
  if (child.pid && options.niceness) {
    setPriority(child.pid, options.niceness);
  }
  try {
    const [code, signal] = await exit;
    return {
      exitCode: code ?? undefined,
      signal: signal ?? undefined,
      maxRssBytes: rss.max(),
    };
  } finally {
    disarm();
    finished.abort();
    await tails;
  }
}

function isKnown(reason: unknown): boolean {
  return reason instanceof StoppedError && reason.wholeGroup;
}

/**
 * One SIGINT to Terraform alone: on a second one, or on one to its providers, it gives up in the middle of a
 * call and loses what was made.
 */
function stopOnAbort(
  pid: number | undefined,
  stop: AbortSignal,
  graceMs: number,
): () => void {
  if (pid === undefined) {
    return () => undefined;
  }
  let killTimer: NodeJS.Timeout | undefined;
  const interrupt = () => {
    if (!isKnown(stop.reason)) {
      killAll([pid], 'SIGINT');
    }
    killTimer = setTimeout(async () => {
      killAll([pid, ...(await descendants(pid))], 'SIGKILL');
    }, graceMs);
  };
  stop.addEventListener('abort', interrupt, { once: true });
  return () => {
    stop.removeEventListener('abort', interrupt);
    clearTimeout(killTimer);
  };
}
