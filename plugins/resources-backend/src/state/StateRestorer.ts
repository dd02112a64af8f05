import { InputError, NotAllowedError } from '@backstage/errors';
import {
  stateRestorePermission,
  type RestoreStateRequest,
  type StartedRun,
} from '@terrastage/plugin-resources-common';
import { readScope, type Caller } from '../access/Caller';
import type { Database } from '../database/Stores';
import { ResourceConflictError } from '../http/ResourceConflictError';
import { ResourceNotFoundError } from '../inventory/ResourceNotFoundError';
import type { ResourceRecord } from '../inventory/ResourceRecord';
import { canonicalHash } from '../runs/canonicalHash';
import { explainActiveRun } from '../runs/explainActiveRun';
import { newRun } from '../runs/newRun';
import type { RunStart } from '../runs/RunStart';
import { describeState } from './describeState';
import type { StateBucket } from './StateBucket';

export interface StateRestorerOptions {
  database: Database;
  bucket: StateBucket;
  runStart: RunStart;
  now: () => Date;
}

/** Has older versions of states written back. */
export class StateRestorer {
  constructor(private readonly options: StateRestorerOptions) {}

  /**
   * Starts a run that plans with an older version of the state and waits until that is confirmed.
   *
   * @throws ResourceNotFoundError, NotAllowedError unless an admin asks, NotFoundError for a version that isn't there,
   * InputError for one that is no state of this resource, ResourceConflictError when a run is active or there never
   * was a state, UnprocessableError when the key was used for another request, StateUnreadableError.
   */
  async restore(
    resourceId: string,
    request: RestoreStateRequest,
    caller: Caller,
    key?: string,
  ): Promise<StartedRun> {
    const { database, bucket, runStart, now } = this.options;
    const { resources } = database.stores;
    const found = await resources.get(resourceId, readScope(caller));
    if (!found) {
      throw new ResourceNotFoundError();
    }
    if (
      caller.type !== 'user' ||
      !caller.rights.may(stateRestorePermission, found)
    ) {
      throw new NotAllowedError('Only an admin may restore a state');
    }
    const { versionId } = request;
    checkVersion(found, versionId, await bucket.readVersion(found, versionId));
    const idempotency = {
      key,
      bodyHash: canonicalHash(['restore', resourceId, request]),
    };
    return runStart
      .start(caller, idempotency, async (stores, runId) => {
        const resource = await stores.resources.lock(resourceId);
        checkRestorable(resource);
        const applied = await stores.runs.findLastApply(resourceId);
        const run = {
          ...newRun(runId, 'restore', resource, caller.ref, now()),
          bundleDigest: applied?.bundleDigest ?? resource.bundleDigest,
          ...(applied && { variables: applied.variables }),
          confirm: true,
          stateTask: { versionId },
        };
        return { run, resource };
      })
      .catch(explainActiveRun(database, resourceId));
  }
}

function checkVersion(
  { state }: ResourceRecord,
  versionId: string,
  text: string,
): void {
  const { kind, lineage } = describeState(text);
  if (kind !== 'state') {
    throw new InputError(
      `versionId: version ${versionId} is not a Terraform state; choose another one`,
    );
  }
  if (state && lineage !== state.lineage) {
    throw new InputError(
      `versionId: version ${versionId} is a state of something else (lineage ${lineage}, not ${state.lineage}); choose another one`,
    );
  }
}

function checkRestorable({ id, status, state }: ResourceRecord): void {
  if (status === 'draft' || status === 'deleted' || !state) {
    throw new ResourceConflictError(
      'The resource has no state that could be restored: it was destroyed, or never made',
      { resourceId: id },
    );
  }
}
