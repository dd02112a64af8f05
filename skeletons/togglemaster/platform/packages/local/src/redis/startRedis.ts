import { mkdir } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import {
  startSupervised,
  type Supervised,
} from '../process/startSupervised.ts';
import { findRedis } from './findRedis.ts';

export type RedisOptions = {
  folder: string;
  port: number;
  /** Where a fetched Redis is kept. */
  tools: string;
};

/** A Redis on loopback that keeps nothing on disk. */
export async function startRedis(options: RedisOptions): Promise<Supervised> {
  const { folder, port, tools } = options;
  const { file, env } = await findRedis(tools);
  await mkdir(folder, { recursive: true });
  return startSupervised({
    name: 'Redis',
    file,
    args: [
      ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
      ...['--save', '', '--appendonly', 'no'],
    ],
    env,
    logFile: join(folder, 'redis.log'),
    ready: () => answersPing(port),
  });
}

function answersPing(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    const done = (ready: boolean) => {
      socket.destroy();
      resolve(ready);
    };
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', data => done(data.toString().startsWith('+PONG')));
    socket.once('error', () => done(false));
  });
}
