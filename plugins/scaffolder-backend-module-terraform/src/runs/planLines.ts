import type { PlanSummary } from '@terrastage/plugin-resources-common';

const SIGNS: Record<string, string> = {
  create: '+',
  update: '~',
  replace: '-/+',
  delete: '-',
  import: '<=',
};

/** More lines than this help nobody in a log; the run page has them all. */
const MAX_CHANGES = 50;

/** A plan in lines for a log: the counts, then each change with its sign. */
export function planLines(summary: PlanSummary): string[] {
  const counts = (['create', 'update', 'replace', 'delete', 'import'] as const)
    .filter(action => summary[action] > 0)
    .map(action => `${summary[action]} to ${action}`);
  const changes = summary.changes.map(
    ({ action, address }) => `  ${SIGNS[action] ?? ' '} ${address}`,
  );
  const more = changes.length - MAX_CHANGES;
  return [
    `Plan: ${counts.join(', ') || 'nothing to change'}`,
    ...changes.slice(0, MAX_CHANGES),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}
