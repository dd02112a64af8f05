import { ShownPlan, shownPlanSchema } from '../plan/shownPlan';
import type { TerraformCli } from './TerraformCli';
import { readCommand } from './readCommand';

export function showArgs(planFile: string): string[] {
  return ['show', '-json', planFile];
}

/** `terraform show` of a saved plan: every change with its attributes, secrets included. */
export async function show(
  cli: TerraformCli,
  options: { planFile: string; niceness?: number },
): Promise<ShownPlan> {
  return readCommand(cli, {
    args: showArgs(options.planFile),
    schema: shownPlanSchema,
    niceness: options.niceness,
  });
}
