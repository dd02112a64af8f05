import type { StateVersion } from '@terrastage/plugin-resources-common';
import { parseStateFile } from './parseStateFile';

export type StateDescription = Pick<
  StateVersion,
  'kind' | 'serial' | 'lineage' | 'terraformVersion' | 'managed'
>;

/** What a list says of a version, by its text. */
export function describeState(text: string): StateDescription {
  if (text.trim() === '') {
    return { kind: 'empty' };
  }
  try {
    const { serial, lineage, terraformVersion, instances } =
      parseStateFile(text);
    return {
      kind: 'state',
      serial,
      lineage,
      terraformVersion,
      managed: instances.length,
    };
  } catch {
    return { kind: 'unreadable' };
  }
}
