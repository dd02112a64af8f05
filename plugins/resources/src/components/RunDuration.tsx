import type { RunListItem } from '../api/ResourcesApi';
import { useFormat } from '../hooks/useFormat';
import { useNow } from '../hooks/useNow';
import { isActive } from '../hooks/pollInterval';

/** How long a run took, or has been going on; nothing before it began. */
export function RunDuration({ run }: { run: RunListItem }) {
  const format = useFormat();
  const active = isActive(run);
  const now = useNow(active && run.startedAt ? 1_000 : undefined);
  const end = run.finishedAt ? Date.parse(run.finishedAt) : now;
  return run.startedAt && (run.finishedAt || active) ? (
    <>{format.duration(end - Date.parse(run.startedAt))}</>
  ) : null;
}
