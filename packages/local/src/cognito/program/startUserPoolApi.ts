import type { AddressInfo } from 'node:net';
import { createDefaultServer } from 'cognito-local';
import pino from 'pino';

/**
 * Starts cognito-local, which has the user pool, on 127.0.0.1. Mails that it would
 * send stand in the log, which goes to stderr.
 *
 * @returns its address
 */
export async function startUserPoolApi(): Promise<string> {
  const logger = pino({ level: 'info' }, pino.destination(2));
  const server = await createDefaultServer(logger);
  const listening = await server.start();
  const { port } = listening.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
