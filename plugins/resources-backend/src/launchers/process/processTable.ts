import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface ProcessInfo {
  readonly pid: number;
  /** Its process group. */
  readonly group: number;
  /** Together with the pid it names one process for all time; a pid alone is given out again. */
  readonly startTime: string;
  /** It has ended and only waits for its parent to ask how. */
  readonly zombie: boolean;
}

/** The processes of this machine, as far as this container sees them. */
export interface ProcessTable {
  get(pid: number): Promise<ProcessInfo | undefined>;
  list(): Promise<ProcessInfo[]>;
}

const procTable: ProcessTable = {
  async get(pid) {
    let stat: string;
    try {
      stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    } catch {
      return undefined;
    }
    // "pid (name) state ppid pgrp …": the name may itself have brackets and blanks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return {
      pid,
      group: Number(fields[2]),
      // Ticks since the boot, so the boot belongs to it.
      startTime: `${await bootId()}:${fields[19]}`,
      zombie: fields[0] === 'Z' || fields[0] === 'X',
    };
  },

  async list() {
    const names = await readdir('/proc');
    const pids = names.filter(name => /^\d+$/.test(name)).map(Number);
    const found = await Promise.all(pids.map(pid => procTable.get(pid)));
    return found.filter(info => info !== undefined);
  },
};

let boot: Promise<string> | undefined;

function bootId(): Promise<string> {
  boot ??= readFile('/proc/sys/kernel/random/boot_id', 'utf8').then(
    text => text.trim(),
    () => 'unknown',
  );
  return boot;
}

const psTable: ProcessTable = {
  async get(pid) {
    return (await ps(['-p', String(pid)]))[0];
  },

  async list() {
    return ps(['-A']);
  },
};

async function ps(selection: string[]): Promise<ProcessInfo[]> {
  let stdout: string;
  try {
    ({ stdout } = await run(
      'ps',
      [...selection, '-o', 'pid=,pgid=,stat=,lstart='],
      { env: { PATH: process.env.PATH, LC_ALL: 'C' }, timeout: 10_000 },
    ));
  } catch (error) {
    // It ends with 1 when the process isn't there.
    if ((error as { code?: unknown }).code === 1) {
      return [];
    }
    throw error;
  }
  return stdout
    .split('\n')
    .map(line => line.trim().split(/\s+/))
    .filter(fields => fields.length > 3)
    .map(([pid, group, stat, ...started]) => ({
      pid: Number(pid),
      group: Number(group),
      startTime: started.join(' '),
      zombie: stat.startsWith('Z'),
    }));
}

/** `/proc` on Linux, `ps` elsewhere. */
export function processTable(platform = os.platform()): ProcessTable {
  return platform === 'linux' ? procTable : psTable;
}
