import type { StateFile } from './stateFile';

/** What lies under the state key. */
export type StateObject =
  | { kind: 'none' }
  /** An object of 0 bytes; Terraform would read it as a state without resources. */
  | { kind: 'empty'; versionId?: string }
  | { kind: 'unreadable'; versionId?: string; cause: unknown }
  | { kind: 'state'; versionId?: string; file: StateFile };
