import type { PlanSummary } from '../api/planSchemas';

/** Whether a plan takes something away: then the resource's name has to be typed before it is applied. */
export function isDestructive(
  summary: Pick<PlanSummary, 'delete' | 'replace'>,
): boolean {
  return summary.delete > 0 || summary.replace > 0;
}
