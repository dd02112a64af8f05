import type { Output, RunnerEventBody } from '../protocol';
import { ProgressTracker } from '../plan/ProgressTracker';
import type { TerraformCli } from './TerraformCli';
import type { TerraformMessage } from './messages';
import { runCommand } from './runCommand';

export type ApplyOptions = {
  planFile: string;
  lockTimeoutSeconds: number;
  now: () => Date;
  onProgress: (event: Extract<RunnerEventBody, { type: 'progress' }>) => void;
};

export type ApplyOutcome = {
  /** As told at the end of the stream: without the values of sensitive outputs. */
  outputs: Record<string, Output>;
};

export function applyArgs(
  options: Pick<ApplyOptions, 'planFile' | 'lockTimeoutSeconds'>,
): string[] {
  return [
    'apply',
    '-json',
    '-input=false',
    `-lock-timeout=${options.lockTimeoutSeconds}s`,
    options.planFile,
  ];
}

/** `terraform apply` of a saved plan. Never without one: that would apply something that nobody has seen. */
export async function apply(
  cli: TerraformCli,
  options: ApplyOptions,
): Promise<ApplyOutcome> {
  const tracker = new ProgressTracker(options.now);
  let outputs: Record<string, Output> = {};
  await runCommand(cli, {
    args: applyArgs(options),
    // The plan has told both.
    isNoise: ({ type }) => type === 'planned_change' || type === 'version',
    onMessage: message => {
      if (message.type === 'outputs') {
        outputs = message.outputs;
      }
      if (follow(tracker, message)) {
        options.onProgress({ type: 'progress', ...tracker.progress() });
      }
    },
  });
  return { outputs };
}

function follow(tracker: ProgressTracker, message: TerraformMessage): boolean {
  switch (message.type) {
    case 'planned_change':
      tracker.planned(message.change);
      return false;
    case 'apply_start':
      return tracker.started(message.hook.resource.addr);
    case 'apply_complete':
      return tracker.completed(message.hook.resource.addr);
    case 'apply_errored':
      return tracker.errored(message.hook.resource.addr);
    default:
      return false;
  }
}
