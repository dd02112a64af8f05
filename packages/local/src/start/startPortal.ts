import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { START_ID_HEADER } from '../config/generatedConfig';
import { LocalError } from '../progress/LocalError';
import { stopGroup } from '../system/stopGroup';
import type { StartMode } from './StartContext';
import { portalCommand } from './portalCommand';

export type PortalOptions = {
  mode: StartMode;
  root: string;
  configFiles: string[];
  env: Record<string, string>;
  logFile: string;
  /** Of the backend, by address: http://127.0.0.1:7007. */
  address: string;
  /** Which the portal answers with; another one may have got its port. */
  startId: string;
  /** Of the web app, only with hot reload. */
  appAddress: string;
  /** Milliseconds until it has to be ready. Default: three minutes. */
  readyTimeout?: number;
};

export type Portal = {
  pid: number;
  /** Resolves when it has ended, for whatever reason. */
  ended: Promise<void>;
  stop(urgent?: AbortSignal): Promise<void>;
};

const GRACE_MS = 20_000;
const POLL_MS = 200;
const ENDED = 'The portal ended while it started';
const PORT_LOST =
  'The portal lost its port to another program while it started';

/**
 * Starts the portal in a process group of its own and waits until it takes
 * requests. It ends by itself when this process dies.
 *
 * @throws LocalError with the end of its log when it ends or isn't ready in time
 */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const { logFile, env, readyTimeout = 180_000 } = options;
  const { file, args, cwd } = portalCommand(options);
  await mkdir(dirname(logFile), { recursive: true });
  // Kept over a restart: the end of the one before is part of the story.
  const log = createWriteStream(logFile, { flags: 'a' });
  const child = spawn(file, args, {
    cwd,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  let fault: string | undefined;
  const keep = (line: string) => {
    log.write(`${stripVTControlCharacters(line)}\n`);
    // The backend tells of it and stays, without listening to anybody.
    if (line.includes('EADDRINUSE')) fault = PORT_LOST;
  };
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream! }).on('line', keep);
  }
  const ended = new Promise<void>(resolve => {
    const end = () => {
      fault ??= ENDED;
      resolve();
    };
    child.once('error', end);
    child.once('exit', end);
  });
  const stop = async (urgent?: AbortSignal) => {
    if (child.pid) await stopGroup(child.pid, { graceMs: GRACE_MS, urgent });
  };
  try {
    await untilReady(options, () => fault, readyTimeout);
    return { pid: child.pid!, ended, stop };
  } catch (error) {
    await stop();
    throw new LocalError(
      [(error as Error).message, ...(await lastLines(logFile))].join('\n'),
      `All of its log: ${logFile}`,
      { cause: error },
    );
  }
}

async function untilReady(
  { mode, address, appAddress, startId }: PortalOptions,
  faultOf: () => string | undefined,
  timeout: number,
) {
  const isReady = async () => {
    const portal = await ask(`${address}/.backstage/health/v1/readiness`);
    if (!portal?.ok || portal.headers.get(START_ID_HEADER) !== startId) {
      return false;
    }
    return mode !== 'dev' || (await ask(`${appAddress}/`))?.ok === true;
  };
  for (let waited = 0; waited < timeout; waited += POLL_MS) {
    const fault = faultOf();
    if (fault) throw new Error(fault);
    if (await isReady()) return;
    await sleep(POLL_MS);
  }
  throw new Error(`The portal was not ready within ${timeout / 1000} s`);
}

async function ask(url: string): Promise<Response | undefined> {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(5_000) });
  } catch {
    return undefined;
  }
}

async function lastLines(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .trim()
    .split('\n')
    .filter(line => !line.includes('/.backstage/health/'))
    .slice(-25);
}
