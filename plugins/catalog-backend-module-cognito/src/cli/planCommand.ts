import { checkRemovals } from '../plan';
import { planUsers } from '../sync/syncUsers';
import { writeJson, type CommandContext } from './CommandContext';
import { exitCodes, type ExitCode } from './exitCodes';
import { showPlan } from './showPlan';

export type PlanCommandOptions = { adopt?: boolean; allowRemovals?: boolean };

/** Shows what a sync would do. */
export async function planCommand(
  context: CommandContext,
  options: PlanCommandOptions,
): Promise<ExitCode> {
  const plan = await planUsers(context, { adopt: options.adopt });
  if (context.json) {
    const { changes, leftAlone, disables, enabledManaged } = plan;
    writeJson(context, { changes, leftAlone, disables, enabledManaged });
  } else {
    context.output.out(`${showPlan(plan)}\n`);
  }
  if (!options.allowRemovals) checkRemovals(plan, context.settings);
  return plan.changes.length > 0 ? exitCodes.changes : exitCodes.ok;
}
