import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../system/freePort';
import { stopGroup } from '../system/stopGroup';
import { repositoryEnv } from './repositoryEnv';

const READY = 'Ctrl-C stops everything.';
const READY_MS = 180_000;
const POLL_MS = 100;
const SERVICES = 5;

export interface StartOnceOptions {
  /** The Python that has moto. */
  python: string;
  /** All that it says; written anew each time. */
  logFile: string;
  signal: AbortSignal;
  /** How long Ctrl-C may take, in milliseconds. Default: 30,000. */
  stopMs?: number;
}

/** What the start of a rendered platform offers as the first thing to do. */
export interface FirstRequest {
  url: string;
  key: string;
  body: string;
}

/**
 * Does in a rendered platform what its README says first: `npm start`, the request that it prints, and Ctrl-C.
 *
 * @throws Error when it does not start, does not answer the request, or leaves a process behind
 */
export async function startOnce(
  repository: string,
  { python, logFile, signal, stopMs = 30_000 }: StartOnceOptions,
): Promise<void> {
  await mkdir(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  const child = spawn('npm', ['start'], {
    cwd: repository,
    env: repositoryEnv({
      TOGGLEMASTER_PYTHON: python,
      FIRST_PORT: String(await freePorts()),
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  let ended = false;
  const hear = (text: string) => {
    said += text;
    log.write(text);
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  child.once('error', error => {
    said += error.message;
    ended = true;
  });
  child.once('exit', () => {
    ended = true;
  });
  let remained = false;
  try {
    for (let waited = 0; !said.includes(READY); waited += POLL_MS) {
      if (ended || waited > READY_MS) {
        throw new Error(`npm start did not come up: ${said.slice(-2_000)}`);
      }
      await sleep(POLL_MS, undefined, { signal });
    }
    await ask(firstRequest(said), signal);
  } finally {
    if (child.pid) {
      await interrupt(child.pid, stopMs);
      remained = await stopGroup(child.pid, { graceMs: 0 });
    }
    log.end();
  }
  if (remained) {
    throw new Error('npm start left processes behind when it was stopped');
  }
}

/** As Ctrl-C does it, which reaches all that the terminal has started. */
async function interrupt(group: number, stopMs: number): Promise<void> {
  try {
    process.kill(-group, 'SIGINT');
    for (let waited = 0; waited < stopMs; waited += POLL_MS) {
      await sleep(POLL_MS);
      process.kill(-group, 0);
    }
  } catch {
    // Nothing is left of it.
  }
}

/** The `curl` in what a start prints. @throws Error when there is none */
export function firstRequest(said: string): FirstRequest {
  const [, url, key, body] =
    /curl -s (\S+) -H 'X-API-Key: ([^']+)'[^]*?-d '([^']+)'/.exec(said) ?? [];
  if (!body) {
    throw new Error(`npm start prints no first request: ${said.slice(-2_000)}`);
  }
  return { url, key, body };
}

async function ask({ url, key, body }: FirstRequest, signal: AbortSignal) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'x-api-key': key, 'content-type': 'application/json' },
    body,
    signal,
  });
  const text = await response.text();
  if (!response.ok || !text.includes('"reason"')) {
    throw new Error(`The first request got ${response.status}: ${text}`);
  }
}

/** The first of as many ports in a row as there are services. */
async function freePorts(): Promise<number> {
  for (let first = 18_001; first < 32_000; first += 1_000) {
    const ports = Array.from({ length: SERVICES }, (_, i) => first + i);
    const free = await Promise.all(ports.map(port => freePort(port)));
    if (free.every((port, i) => port === ports[i])) return first;
  }
  throw new Error(`No ${SERVICES} free ports in a row from 18001 on`);
}
