import type { EventSink } from '../events/EventSink';
import type { Job } from '../protocol';
import type { TerraformCli } from '../terraform/TerraformCli';
import { terraformEnvironment } from '../terraform/terraformEnvironment';
import type { Findings } from './RunContext';
import type { RunFolders } from './makeFolders';

/** Longer lines are cut: some providers put whole documents into one. */
const MAX_LINE = 16 * 1024;

export type TerraformCliOptions = {
  binary: string;
  env: Readonly<Record<string, string | undefined>>;
  credentials: Record<string, string>;
  job: Pick<Job, 'limits'>;
  folders: RunFolders;
  events: EventSink;
  found: Findings;
  stop: AbortSignal;
};

/** Terraform as this run uses it, with its lines and diagnostics going to the events. */
export function terraformCli(options: TerraformCliOptions): TerraformCli {
  const { env, folders, credentials, events, found, job } = options;
  return {
    binary: options.binary,
    workspace: folders.workspace,
    env: terraformEnvironment(env, folders, credentials),
    logDir: folders.logs,
    stop: options.stop,
    graceMs: job.limits.graceSeconds * 1_000,
    log: (level, line) =>
      events.emit({
        type: 'log',
        source: 'terraform',
        level,
        message: line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)}…` : line,
      }),
    diagnostic: ({ severity, summary, detail, address, range, snippet }) =>
      events.emit({
        type: 'diagnostic',
        severity,
        summary,
        detail,
        address,
        file: range?.filename,
        line: range?.start.line,
        snippet: snippet?.code,
      }),
    measured: maxRssBytes => {
      found.maxRssBytes = Math.max(found.maxRssBytes, maxRssBytes);
    },
  };
}
