import { join } from 'node:path';
import { EventSender } from '../events/EventSender';
import { EventSink } from '../events/EventSink';
import { Spool } from '../events/Spool';
import type { PortalClient } from '../portal/PortalClient';
import { retryWhileAway } from '../portal/retryWhileAway';
import type { Job, RunResult } from '../protocol';
import { Redactor } from '../redaction/Redactor';
import type { StopControl } from '../run/StopControl';
import { failureOf } from '../run/failureOf';
import { RunFolders, makeFolders } from '../run/makeFolders';
import { removeTraces } from '../run/removeTraces';
import { runJob } from '../run/runJob';
import { makeContext } from './makeContext';
import type { RunnerSettings } from './readSettings';

export type RunAttemptOptions = {
  settings: RunnerSettings;
  portal: PortalClient;
  job: Job;
  env: Readonly<Record<string, string | undefined>>;
  stop: StopControl;
  now: () => Date;
  newId: () => string;
};

/** How long a finished run waits for a portal that is away. */
const PATIENCE_MS = 24 * 60 * 60 * 1_000;

/**
 * Runs a job and delivers its result.
 *
 * @throws {@link PortalError} when the portal does not listen to this attempt (any more)
 */
export async function runAttempt(options: RunAttemptOptions): Promise<void> {
  const { job, portal, settings, stop } = options;
  const deadline = setTimeout(
    () => stop.request('timed_out'),
    job.limits.deadlineSeconds * 1_000,
  );
  const folders = await makeFolders(settings).catch((error: Error) => error);
  const result =
    folders instanceof Error
      ? neverRun(folders, options)
      : await runReporting(options, folders);
  clearTimeout(deadline);
  await retryWhileAway(
    () => portal.result(result),
    AbortSignal.timeout(PATIENCE_MS),
  );
  if (!(folders instanceof Error)) {
    await removeTraces(folders, result.savedState);
  }
}

/** Runs the job with its events going to the portal meanwhile; resolves once the portal has them all. */
async function runReporting(
  options: RunAttemptOptions,
  folders: RunFolders,
): Promise<RunResult> {
  const { portal, settings, stop, now } = options;
  const spool = new Spool(join(folders.spool, 'events.ndjson'));
  const redactor = new Redactor();
  redactor.add(settings.token);
  const events = new EventSink({ spool, redactor, now });
  const sender = new EventSender({
    spool,
    send: batch => portal.events(batch),
    onCancel: () => stop.request('canceled'),
    onFenced: () => stop.request('fenced'),
  });
  sender.start();
  const result = await makeContext({ ...options, folders, events, redactor })
    .then(runJob)
    .catch((error: unknown) => neverRun(error, options));
  const patience = setTimeout(() => sender.stop(), PATIENCE_MS);
  await sender.flush();
  clearTimeout(patience);
  sender.stop();
  return result;
}

function neverRun(
  error: unknown,
  { job, settings }: RunAttemptOptions,
): RunResult {
  const failure = failureOf(error, { job, workDir: settings.workDir });
  return { outcome: 'failed', applyStarted: false, failure };
}
