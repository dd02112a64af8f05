import type {
  ResourceFacts,
  RunFacts,
} from '@terrastage/plugin-resources-node';
import type { RunRecord } from './RunRecord';

/** What decisions about a run depend on. */
export function runFacts(
  { requestedBy }: Pick<RunRecord, 'requestedBy'>,
  { owner, environment }: ResourceFacts,
): RunFacts {
  return { owner, environment, requestedBy };
}
