import type { Queryable } from '@togglemaster/kit';
import {
  rulesEntry,
  segmentEntry,
  targetingEntryOf,
  type Entries,
} from '@togglemaster/snapshots';
import type { Place } from './Place.ts';
import { RuleStore } from './rules/RuleStore.ts';
import { SegmentStore } from './segments/SegmentStore.ts';

const rules = new RuleStore();
const segments = new SegmentStore();

/** The named entries of an environment's targeting half, or all of them. */
export async function loadEntries(
  tx: Queryable,
  place: Place,
  keys?: string[],
): Promise<Entries> {
  const named = keys?.flatMap(key => targetingEntryOf(key) ?? []);
  const names = (kind: string) =>
    named?.filter(entry => entry.kind === kind).map(({ name }) => name);
  const entries: Entries = new Map();
  const found = await rules.list(tx, place, names('rules'));
  for (const [flag, list] of Map.groupBy(found, rule => rule.flag)) {
    entries.set(rulesEntry(flag), JSON.stringify(list.map(toEntry)));
  }
  for (const segment of await segments.list(tx, place, names('segment'))) {
    entries.set(segmentEntry(segment.key), JSON.stringify(segment));
  }
  return entries;
}

/** Evaluation needs nothing of who changed it when. */
function toEntry(rule: Awaited<ReturnType<RuleStore['list']>>[number]) {
  const { id, name, flag, position, enabled, conditions, serve } = rule;
  return { id, name, flag, position, enabled, conditions, serve };
}
