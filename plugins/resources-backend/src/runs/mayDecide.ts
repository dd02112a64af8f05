import {
  runCreatePermission,
  stateRestorePermission,
} from '@terrastage/plugin-resources-common';
import type { ResourceFacts } from '@terrastage/plugin-resources-node';
import type { Caller } from '../access/Caller';
import type { RunRecord } from './RunRecord';

/**
 * Whether somebody may confirm or discard the plan of a run: that is the second half of asking for it, so the same right
 * counts. It is no approval of what a policy holds back.
 */
export function mayDecide(
  { rights }: Caller,
  { operation }: Pick<RunRecord, 'operation'>,
  resource: ResourceFacts,
): boolean {
  return rights.may(
    operation === 'restore' ? stateRestorePermission : runCreatePermission,
    resource,
  );
}
