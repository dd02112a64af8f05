import type { ResourceOutput } from '@terrastage/plugin-resources-common';
import type { Output, PlanDetail } from '@terrastage/terraform-runner/protocol';

/** Runners leave out what is sensitive. Should one not, it is left out here: nothing of it is ever stored. */
export function withoutSensitiveValues(plan: PlanDetail): PlanDetail {
  const clean = <T extends PlanDetail['drift'][number]>(change: T): T => ({
    ...change,
    attributes: change.attributes.map(({ before, after, ...attribute }) => ({
      ...attribute,
      ...(!attribute.beforeSensitive && before !== undefined && { before }),
      ...(!attribute.afterSensitive && after !== undefined && { after }),
    })),
  });
  return {
    ...plan,
    changes: plan.changes.map(clean),
    drift: plan.drift.map(clean),
  };
}

/** Outputs without the values of the sensitive ones. */
export function withoutSensitiveOutputs(
  outputs: Record<string, Output>,
): Record<string, ResourceOutput> {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, { sensitive, value }]) => [
      name,
      sensitive ? { sensitive } : { sensitive, value },
    ]),
  );
}
