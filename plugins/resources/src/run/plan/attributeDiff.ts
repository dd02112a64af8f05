import { diffLines } from 'diff';
import type { AttributeChange } from '../../api/ResourcesApi';
import { planText } from './planText';

export interface DiffLine {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** The two sides of an attribute by line; undefined unless both are known and one has more than one line. */
export function attributeDiff(
  attribute: AttributeChange,
): DiffLine[] | undefined {
  const { before, after } = attribute;
  const hidden =
    attribute.beforeSensitive ||
    attribute.afterSensitive ||
    attribute.afterUnknown;
  if (hidden || isUnset(before) || isUnset(after)) {
    return undefined;
  }
  const [old, fresh] = [planText(before), planText(after)];
  if (!old.includes('\n') && !fresh.includes('\n')) {
    return undefined;
  }
  return diffLines(`${old}\n`, `${fresh}\n`).flatMap(part => {
    const changed = part.removed ? 'removed' : 'added';
    const kind = part.removed || part.added ? changed : 'same';
    return part.value
      .replace(/\n$/, '')
      .split('\n')
      .map(text => ({ kind, text } as const));
  });
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === null;
}
