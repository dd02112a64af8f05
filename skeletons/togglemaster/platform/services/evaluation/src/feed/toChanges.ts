import {
  flagState,
  rule,
  segment,
  type FlagChanges,
  type RuleChanges,
  type SegmentChanges,
} from '@togglemaster/rules';
import { targetingEntryOf } from '@togglemaster/snapshots';
import { setImmediate as yieldToRequests } from 'node:timers/promises';
import { z } from 'zod';

type Entries = Map<string, string | undefined>;
type OnFault = (key: string, error: unknown) => void;

const rules = z.array(rule);
/** So many entries are read before waiting requests get their turn. */
const SLICE = 200;

export async function toFlagChanges(
  entries: Entries,
  onFault: OnFault,
): Promise<FlagChanges> {
  const changes: FlagChanges = new Map();
  await each(entries, onFault, (key, json) => {
    changes.set(key, json && flagState.parse(json));
  });
  return changes;
}

export async function toTargetingChanges(
  entries: Entries,
  onFault: OnFault,
): Promise<{ rules: RuleChanges; segments: SegmentChanges }> {
  const changes = {
    rules: new Map() as RuleChanges,
    segments: new Map() as SegmentChanges,
  };
  await each(entries, onFault, (key, json) => {
    const entry = targetingEntryOf(key);
    if (entry?.kind === 'rules') {
      changes.rules.set(entry.name, json && rules.parse(json));
    } else if (entry?.kind === 'segment') {
      changes.segments.set(entry.name, json && segment.parse(json));
    }
  });
  return changes;
}

/** An entry that can't be read leaves what was there before. */
async function each(
  entries: Entries,
  onFault: OnFault,
  take: (key: string, json: never) => void,
) {
  let count = 0;
  for (const [key, text] of entries) {
    try {
      take(key, (text === undefined ? undefined : JSON.parse(text)) as never);
    } catch (error) {
      onFault(key, error);
    }
    count += 1;
    if (count % SLICE === 0) await yieldToRequests();
  }
}
