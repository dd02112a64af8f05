import type { Snapshot } from '@togglemaster/rules';
import type { Source } from '@togglemaster/snapshots';

/** One environment as it is answered from, never changed: swapped whole. */
export type EnvironmentView = {
  readonly snapshot: Snapshot;
  readonly versions: Readonly<Record<Source, number>>;
};
