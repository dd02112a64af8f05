import type {
  RunEvent,
  RunTransition,
} from '@terrastage/plugin-resources-common';
import type { ResourcePatch } from '../inventory/ResourceRecord';
import type { RunPatch } from './RunRecord';

type WithoutEnvelope<T> = T extends unknown ? Omit<T, 'seq' | 'time'> : never;

/** An event before it has its number; its time is that of the change where it has none. */
export type NewRunEvent = WithoutEnvelope<RunEvent> & { time?: string };

/** What is to become of a run, decided on the locked row. */
export interface RunChange {
  /** In order; the run's status changes by these alone. */
  readonly transitions?: readonly RunTransition[];
  readonly run?: RunPatch;
  readonly resource?: ResourcePatch;
  /** Put before the status events of the transitions. */
  readonly events?: readonly NewRunEvent[];
}
