/** The targeting half holds the rules of each flag, and segments. */
const RULES = 'rules:';
const SEGMENT = 'segment:';

export const rulesEntry = (flag: string) => `${RULES}${flag}`;
export const segmentEntry = (key: string) => `${SEGMENT}${key}`;

export type TargetingEntry = { kind: 'rules' | 'segment'; name: string };

/** What an entry of the targeting half is; nothing for one of a later version. */
export function targetingEntryOf(key: string): TargetingEntry | undefined {
  if (key.startsWith(RULES)) {
    return { kind: 'rules', name: key.slice(RULES.length) };
  }
  if (key.startsWith(SEGMENT)) {
    return { kind: 'segment', name: key.slice(SEGMENT.length) };
  }
  return undefined;
}
