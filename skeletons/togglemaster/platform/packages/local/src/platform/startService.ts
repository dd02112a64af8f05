import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LocalError } from '../LocalError.ts';
import { NODE_FLAGS } from './nodeFlags.ts';

export type ServiceProcess = {
  pid: number;
  /** SIGTERM. @returns its exit code */
  stop(): Promise<number | null>;
  /** kill -9, and waits for its end. */
  kill(): Promise<void>;
  /** All that it has written. */
  log(): string;
};

const ROOT = new URL('../../../../', import.meta.url);
const INHERITED = [
  'PATH',
  'HOME',
  'TZ',
  'LANG',
  'NODE_OPTIONS',
  'NODE_COMPILE_CACHE',
];

/**
 * Starts a service, from its sources unless a program is given, and waits until it listens. It ends with
 * this process.
 *
 * @throws LocalError with what it said when it ends instead
 */
export async function startService(
  name: string,
  env: Record<string, string>,
  logFile: string,
  main = fileURLToPath(new URL(`services/${name}/src/main.ts`, ROOT)),
): Promise<ServiceProcess> {
  const inherited = INHERITED.flatMap(key => {
    const value = process.env[key];
    return value === undefined ? [] : [[key, value]];
  });
  const child = spawn(process.execPath, [...NODE_FLAGS, main], {
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C reaches the whole group: who starts services stops them in order.
    detached: true,
  });
  const chunks: string[] = [];
  const file = createWriteStream(logFile, { flags: 'a' });
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk.toString());
      file.write(chunk);
    });
  }
  const exited = once(child, 'exit');
  const first = await Promise.race([
    once(child, 'message').then(() => 'listens' as const),
    exited.then(() => 'ended' as const),
  ]);
  if (first === 'ended') {
    throw new LocalError(`${name} did not start:\n${chunks.join('')}`);
  }
  child.unref();
  child.channel?.unref();
  for (const stream of [child.stdout, child.stderr]) {
    (stream as unknown as { unref(): void }).unref();
  }
  return {
    pid: child.pid!,
    stop: async () => {
      child.ref();
      child.kill('SIGTERM');
      const [code] = (await exited) as [number | null];
      return code;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    log: () => chunks.join(''),
  };
}
