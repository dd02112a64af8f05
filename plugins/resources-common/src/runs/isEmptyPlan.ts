import type { PlanSummary } from '../api/planSchemas';

/** Whether a plan leaves AWS as it is. */
export function isEmptyPlan(summary: PlanSummary): boolean {
  return (['create', 'update', 'replace', 'delete', 'import'] as const).every(
    action => summary[action] === 0,
  );
}
