import { randomUUID } from 'node:crypto';
import { loadParser } from '../checks/loadParser';
import { StoppedError } from '../errors/StoppedError';
import { PortalClient } from '../portal/PortalClient';
import { PortalError } from '../portal/PortalError';
import { retryWhileAway } from '../portal/retryWhileAway';
import { StopControl } from '../run/StopControl';
import { STANDBY_ARGUMENT } from '../protocol';
import { readSettings } from './readSettings';
import { standBy } from './standBy';

/** Exit codes; the launcher tells a runner that did its duty from one that did not. */
const DELIVERED = 0;
const FAILED = 1;
const WRONG_SETTINGS = 2;
const FENCED = 3;

const NOT_NEEDED = Symbol('not needed');

async function main(): Promise<number> {
  const stop = new StopControl();
  // These stay for good: a second signal must not end the runner while Terraform saves its state.
  process.on('SIGTERM', () => stop.request('canceled'));
  // Sent to the whole process group, by a terminal or a launcher: Terraform has it already.
  process.on('SIGINT', () => stop.request('canceled', true));
  process.on('SIGHUP', () => undefined);
  const given = await environment().catch(wrongSettings);
  if (given === NOT_NEEDED) {
    return DELIVERED;
  }
  const settings = given && (await readSettings(given).catch(wrongSettings));
  if (!settings) {
    return WRONG_SETTINGS;
  }
  // Takes longest to start and does so on other threads; whoever needs it hears of a failure.
  loadParser().catch(() => undefined);
  const portal = new PortalClient({ ...settings, baseUrl: settings.portalUrl });
  try {
    const job = await retryWhileAway(() => portal.job(), stop.signal);
    const { runAttempt } = await loadRun();
    await runAttempt({
      settings,
      portal,
      job,
      env: given,
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

/** What this brings along takes 0.1 s to load, so not before the portal has heard of this runner. */
function loadRun() {
  return import('./runAttempt');
}

/** What the launcher says, from the start or once there is a run. */
async function environment() {
  if (!process.argv.includes(STANDBY_ARGUMENT)) {
    return process.env;
  }
  const given = await standBy({
    input: process.stdin,
    folder: process.cwd(),
    load: loadRun,
  });
  // All of it, since the AWS SDK reads the process' own.
  return given ? Object.assign(process.env, given) : NOT_NEEDED;
}

function wrongSettings(error: Error): undefined {
  process.stderr.write(`terraform-runner: wrong settings: ${error.message}\n`);
}

function exitCodeOf(error: unknown): number {
  const isUnwanted =
    error instanceof PortalError &&
    (error.kind === 'fenced' || error.kind === 'unauthorized');
  return isUnwanted || error instanceof StoppedError ? FENCED : FAILED;
}

// Exits by itself, since the parser's WebAssembly program never ends, but not before its last words were taken.
void main().then(code => {
  process.stderr.write('', () => process.exit(code));
});
