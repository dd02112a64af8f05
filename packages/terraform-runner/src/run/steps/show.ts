import { planDetail } from '../../plan/planDetail';
import { sensitiveValues } from '../../plan/sensitiveValues';
import { show as terraformShow } from '../../terraform/show';
import type { RunContext } from '../RunContext';
import type { Step } from '../Step';
import { commandFailure } from '../commandFailure';
import { isGoingToApply } from '../isGoingToApply';

/**
 * Reads the plan in full. It takes two seconds of a processor, so where nobody waits for it, it goes on
 * beside the apply, and only with what the apply leaves free.
 */
export const show: Step = {
  name: 'show',
  isBeside: isGoingToApply,
  run: showPlan,
};

async function showPlan(context: RunContext): Promise<void> {
  const niceness = isGoingToApply(context) ? 10 : 0;
  const { folders, found, events, redactor, terraform } = context;
  try {
    const { planFile } = folders;
    const shown = await terraformShow(terraform, { planFile, niceness });
    sensitiveValues(shown).forEach(value => redactor.add(value));
    found.detail = redactor.value(planDetail(shown));
    events.emit({ type: 'plan_detail', plan: found.detail });
  } catch (error) {
    throw await commandFailure('plan_failed', error, context);
  }
}
