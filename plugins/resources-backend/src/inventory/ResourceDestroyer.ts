import { InputError, NotAllowedError } from '@backstage/errors';
import {
  runCreatePermission,
  type DestroyResourceRequest,
  type StartedRun,
} from '@terrastage/plugin-resources-common';
import { checkReleased } from '../adoption/checkReleased';
import { readScope, type Caller } from '../access/Caller';
import type { Database } from '../database/Stores';
import { ResourceConflictError } from '../http/ResourceConflictError';
import { canonicalHash } from '../runs/canonicalHash';
import { explainActiveRun } from '../runs/explainActiveRun';
import { newRun } from '../runs/newRun';
import type { RunStart } from '../runs/RunStart';
import type { StateRefresher } from '../supervisor/StateRefresher';
import { ResourceNotFoundError } from './ResourceNotFoundError';
import type { ResourceRecord } from './ResourceRecord';

export interface ResourceDestroyerOptions {
  database: Database;
  runStart: RunStart;
  stateRefresher: StateRefresher;
  now: () => Date;
}

/** Has resources destroyed. */
export class ResourceDestroyer {
  constructor(private readonly options: ResourceDestroyerOptions) {}

  /**
   * Starts to destroy a resource, by the files and values that it was last applied with.
   *
   * @throws ResourceNotFoundError, NotAllowedError, InputError when the confirmed name is another,
   * ResourceConflictError when a run is active, others are built on it, or there is nothing to destroy, UnprocessableError when the key was
   * used for another request.
   */
  async destroy(
    id: string,
    request: DestroyResourceRequest,
    caller: Caller,
    key?: string,
  ): Promise<StartedRun> {
    const { database, runStart, now, stateRefresher } = this.options;
    const found = await database.stores.resources.get(id, readScope(caller));
    if (!found) {
      throw new ResourceNotFoundError();
    }
    if (
      caller.type !== 'user' ||
      !caller.rights.may(runCreatePermission, found)
    ) {
      throw new NotAllowedError(
        'Only a user of the owner’s group may destroy a resource',
      );
    }
    if (
      request.confirmName !== undefined &&
      request.confirmName !== found.name
    ) {
      throw new InputError(`confirmName: is not the name of the resource`);
    }
    await stateRefresher.refresh(found);
    const idempotency = {
      key,
      bodyHash: canonicalHash(['destroy', id, request]),
    };
    return runStart
      .start(caller, idempotency, async (stores, runId) => {
        const resource = await stores.resources.lock(id);
        checkDestroyable(resource);
        const applied = await stores.runs.findLastApply(id);
        if (resource.adoptedId !== undefined && !resource.adoptedAt) {
          const bundle = await stores.bundles.get(resource.bundleDigest);
          checkReleased(resource, bundle?.manifest.adopt?.imports[0].to);
        }
        const run = {
          ...newRun(runId, 'destroy', resource, caller.ref, now()),
          resourceStatusBefore: resource.status,
          bundleDigest: applied?.bundleDigest ?? resource.bundleDigest,
          ...(applied && { variables: applied.variables }),
          // What a lost runner made may be in no state: only the tags know.
          searchOrphans: resource.status === 'needs_attention',
        };
        return { run, resource };
      })
      .catch(explainActiveRun(database, id));
  }
}

function checkDestroyable(resource: ResourceRecord): void {
  if (resource.status === 'draft') {
    throw new ResourceConflictError('It was only planned, never made', {
      resourceId: resource.id,
    });
  }
  if (resource.status === 'deleted') {
    throw new ResourceConflictError('It was destroyed before', {
      resourceId: resource.id,
      runId: resource.run?.id,
    });
  }
}
