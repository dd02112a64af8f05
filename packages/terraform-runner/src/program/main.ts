import { randomUUID } from 'node:crypto';
import { StoppedError } from '../errors/StoppedError';
import { PortalError } from '../portal/PortalError';
import { StopControl } from '../run/StopControl';
import { readSettings } from './readSettings';
import { runAttempt } from './runAttempt';

/** Exit codes; the launcher tells a runner that did its duty from one that did not. */
const DELIVERED = 0;
const FAILED = 1;
const WRONG_SETTINGS = 2;
const FENCED = 3;

async function main(): Promise<number> {
  const stop = new StopControl();
  // A second signal must not reach Terraform either, so these stay for good.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => stop.request('canceled'));
  }
  const settings = await readSettings(process.env).catch(error => {
    process.stderr.write(
      `terraform-runner: wrong settings: ${error.message}\n`,
    );
  });
  if (!settings) {
    return WRONG_SETTINGS;
  }
  try {
    await runAttempt({
      settings,
      env: process.env,
      stop,
      now: () => new Date(),
      newId: randomUUID,
    });
    return DELIVERED;
  } catch (error) {
    process.stderr.write(`terraform-runner: ${(error as Error).message}\n`);
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  const isUnwanted =
    error instanceof PortalError &&
    (error.kind === 'fenced' || error.kind === 'unauthorized');
  return isUnwanted || error instanceof StoppedError ? FENCED : FAILED;
}

// Exits by itself: the parser's WebAssembly program never ends.
void main().then(code => process.exit(code));
