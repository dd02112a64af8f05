import { describeChange, type LeftAlone, type SyncPlan } from '../plan';
import { formatTable } from './formatTable';

const REASONS: Record<LeftAlone['reason'], string> = {
  unmanaged: 'made by somebody else',
  'unmanaged-in-files':
    'in the users files, but made by somebody else (--adopt takes over)',
  'disabled-by-hand':
    'in the users files, but disabled by hand (users enable <email>)',
};

/** The plan for people. */
export function showPlan(plan: SyncPlan): string {
  const { changes, leftAlone, desired } = plan;
  const rows = changes.map(describeChange).map(({ who, what }) => [who, what]);
  const left = leftAlone.map(({ email, username, reason }) => [
    email ?? username,
    REASONS[reason],
  ]);
  return [
    changes.length > 0
      ? formatTable(['WHO', 'CHANGE'], rows)
      : `In line: ${desired.length} people, nothing to change.`,
    ...(left.length > 0 ? ['', formatTable(['LEFT ALONE', 'WHY'], left)] : []),
  ].join('\n');
}
