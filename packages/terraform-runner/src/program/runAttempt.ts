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
import { makeFolders } from '../run/makeFolders';
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
const RESULT_PATIENCE_MS = 24 * 60 * 60 * 1_000;

/**
 * Runs a job and delivers its result.
 *
 * @throws {@link PortalError} when the portal does not listen to this attempt (any more)
 */
export async function runAttempt(options: RunAttemptOptions): Promise<void> {
  const { job, portal, stop } = options;
  const deadline = setTimeout(
    () => stop.request('timed_out'),
    job.limits.deadlineSeconds * 1_000,
  );
  try {
    const result = await runReporting(options);
    await retryWhileAway(
      () => portal.result(result),
      AbortSignal.timeout(RESULT_PATIENCE_MS),
    );
  } finally {
    clearTimeout(deadline);
  }
}

/** Runs the job with its events going to the portal meanwhile; resolves once the portal has them all. */
async function runReporting(options: RunAttemptOptions): Promise<RunResult> {
  const { job, portal, settings, stop, now } = options;
  const { workDir } = settings;
  let sender: EventSender | undefined;
  let result: RunResult;
  try {
    const folders = await makeFolders(workDir, settings.attempt);
    const spool = new Spool(join(folders.spool, 'events.ndjson'));
    const redactor = new Redactor();
    redactor.add(settings.token);
    const events = new EventSink({ spool, redactor, now });
    sender = new EventSender({
      spool,
      send: batch => portal.events(batch),
      onCancel: () => stop.request('canceled'),
      onFenced: () => stop.request('fenced'),
    });
    sender.start();
    const parts = { ...options, folders, events, redactor };
    result = await runJob(await makeContext(parts));
  } catch (error) {
    const failure = failureOf(error, { job, workDir });
    result = { outcome: 'failed', applyStarted: false, failure };
  }
  await sender?.flush();
  sender?.stop();
  return result;
}
