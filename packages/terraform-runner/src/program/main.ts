import { randomUUID } from 'node:crypto';
import { loadParser } from '../checks/loadParser';
import { StoppedError } from '../errors/StoppedError';
import { PortalClient } from '../portal/PortalClient';
import { PortalError } from '../portal/PortalError';
import { retryWhileAway } from '../portal/retryWhileAway';
import { StopControl } from '../run/StopControl';
import { readSettings } from './readSettings';

/** Exit codes; the launcher tells a runner that did its duty from one that did not. */
const DELIVERED = 0;
const FAILED = 1;
const WRONG_SETTINGS = 2;
const FENCED = 3;

async function main(): Promise<number> {
  const stop = new StopControl();
  // These stay for good: a second signal must not end the runner while Terraform saves its state.
  process.on('SIGTERM', () => stop.request('canceled'));
  // Sent to the whole process group, by a terminal or a launcher: Terraform has it already.
  process.on('SIGINT', () => stop.request('canceled', true));
  process.on('SIGHUP', () => undefined);
  const settings = await readSettings(process.env).catch(error => {
    process.stderr.write(
      `terraform-runner: wrong settings: ${error.message}\n`,
    );
  });
  if (!settings) {
    return WRONG_SETTINGS;
  }
  // Takes longest to start and does so on other threads; whoever needs it hears of a failure.
  loadParser().catch(() => undefined);
  const portal = new PortalClient({ ...settings, baseUrl: settings.portalUrl });
  try {
    const job = await retryWhileAway(() => portal.job(), stop.signal);
    // Not before the portal has heard of this runner: what this brings along takes 0.1 s to load.
    const { runAttempt } = await import('./runAttempt');
    await runAttempt({
      settings,
      portal,
      job,
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
