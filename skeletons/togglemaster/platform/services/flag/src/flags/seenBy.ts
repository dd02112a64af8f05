import type { AuditEntry } from '@togglemaster/changes';
import type { Principal } from '@togglemaster/kit';
import type { Flag } from './Flag.ts';

/** A flag as the caller may see it: a key its own environment only. */
export function seenBy<F extends Pick<Flag, 'environments'>>(
  principal: Principal,
  flag: F,
): F {
  if (principal.kind !== 'key') return flag;
  const own = flag.environments[principal.environment];
  return {
    ...flag,
    environments: own ? { [principal.environment]: own } : {},
  };
}

/** {@link seenBy} of what a flag was and became. */
export function entrySeenBy(
  principal: Principal,
  entry: AuditEntry,
): AuditEntry {
  const seen = (value: AuditEntry['before']) =>
    isFlag(value) ? (seenBy(principal, value) as typeof value) : value;
  return { ...entry, before: seen(entry.before), after: seen(entry.after) };
}

const isFlag = (value: unknown): value is Pick<Flag, 'environments'> =>
  typeof value === 'object' && value !== null && 'environments' in value;
