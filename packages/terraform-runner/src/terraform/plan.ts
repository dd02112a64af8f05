import type { PlanSummary } from '../protocol';
import { PlanSummaryBuilder } from '../plan/PlanSummaryBuilder';
import type { TerraformCli } from './TerraformCli';
import { runCommand } from './runCommand';

export type PlanOptions = {
  planFile: string;
  destroy: boolean;
  lockTimeoutSeconds: number;
};

export type PlanOutcome = { terraformVersion: string; summary: PlanSummary };

export function planArgs(options: PlanOptions): string[] {
  return [
    'plan',
    '-json',
    '-input=false',
    `-lock-timeout=${options.lockTimeoutSeconds}s`,
    `-out=${options.planFile}`,
    ...(options.destroy ? ['-destroy'] : []),
  ];
}

/** `terraform plan`: writes the plan file and tells what would change. */
export async function plan(
  cli: TerraformCli,
  options: PlanOptions,
): Promise<PlanOutcome> {
  const summary = new PlanSummaryBuilder();
  let terraformVersion = '';
  await runCommand(cli, {
    args: planArgs(options),
    onMessage: message => {
      if (message.type === 'planned_change') {
        summary.add(message.change);
      }
      if (message.type === 'version') {
        terraformVersion = message.terraform;
      }
    },
  });
  return { terraformVersion, summary: summary.build() };
}
