import type { RunRecord } from '../runs/RunRecord';

/** How long runners worked on a run that is over; undefined when it had none. What people took to decide is left out. */
export function workedSeconds(run: RunRecord): number | undefined {
  const { startedAt, plannedAt, decidedAt, applyingAt, finishedAt } = run;
  if (!startedAt || !finishedAt) {
    return undefined;
  }
  const between = (from: Date, to: Date) =>
    (to.getTime() - from.getTime()) / 1_000;
  if (!decidedAt || !plannedAt) {
    return between(startedAt, finishedAt);
  }
  return (
    between(startedAt, plannedAt) +
    (applyingAt ? between(applyingAt, finishedAt) : 0)
  );
}
