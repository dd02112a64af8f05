import { AwsClients } from '../aws/AwsClients';
import { resolveCredentials } from '../credentials/resolveCredentials';
import type { EventSink } from '../events/EventSink';
import { findProgram } from '../process/findProgram';
import type { Redactor } from '../redaction/Redactor';
import type { Findings, RunContext } from '../run/RunContext';
import type { RunFolders } from '../run/makeFolders';
import { terraformCli } from '../run/terraformCli';
import type { RunAttemptOptions } from './runAttempt';

/** Puts together what the steps of one job need. */
export async function makeContext(
  options: RunAttemptOptions & {
    folders: RunFolders;
    events: EventSink;
    redactor: Redactor;
  },
): Promise<RunContext> {
  const { settings, env, stop, job, folders, events, redactor } = options;
  const { aws: folder } = folders;
  const credentials = await resolveCredentials({ env, job, folder });
  credentials.secrets.forEach(secret => redactor.add(secret));
  const found: Findings = { applyStarted: false, maxRssBytes: 0 };
  return {
    job,
    folders,
    portal: options.portal,
    events,
    redactor,
    terraform: terraformCli({
      binary: await findProgram(settings.terraform, env.PATH),
      env,
      credentials: credentials.env,
      job,
      folders,
      events,
      found,
      stop: stop.signal,
    }),
    aws: new AwsClients({
      credentials,
      region: job.aws.region,
      stateRegion: job.state.region,
    }),
    stop,
    initCacheDir: settings.initCacheDir,
    env,
    now: options.now,
    newId: options.newId,
    found,
    beside: [],
  };
}
