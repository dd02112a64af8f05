export { changeMessage, type ChangeMessage } from './ChangeMessage.ts';
export {
  CHANNEL,
  memberOf,
  refOf,
  SOURCES,
  type EnvironmentRef,
  type Source,
} from './keys.ts';
export { SnapshotReader, type Half } from './SnapshotReader.ts';
export {
  SnapshotWriter,
  type Entries,
  type Patch,
  type PatchResult,
} from './SnapshotWriter.ts';
export {
  rulesEntry,
  segmentEntry,
  targetingEntryOf,
} from './targetingEntries.ts';
