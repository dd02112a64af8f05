import { NotAllowedError } from '@backstage/errors';
import {
  lockBreakPermission,
  type StartedRun,
  type StateLockView,
  type UnlockRequest,
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
import type { StateLock } from '../supervisor/StateInspector';
import type { LockHolder, LockHolders } from './LockHolders';
import type { StateBucket } from './StateBucket';

export interface StateLocksOptions {
  database: Database;
  bucket: StateBucket;
  holders: LockHolders;
  runStart: RunStart;
  now: () => Date;
}

/** The locks of states, and how dead ones are removed. */
export class StateLocks {
  constructor(private readonly options: StateLocksOptions) {}

  /** @throws ResourceNotFoundError, StateUnreadableError when the bucket can't be read. */
  async get(resourceId: string, caller: Caller): Promise<StateLockView> {
    const { bucket, holders } = this.options;
    const resource = await this.find(resourceId, caller);
    const lock = await bucket.readLock(resource);
    if (!lock) {
      return { unlockable: false };
    }
    const { id, who, operation, created } = lock;
    const holder = await holders.find(resourceId, lock);
    return {
      lock: { id, who, operation, created },
      holder: holder.state,
      run: holder.run && {
        id: holder.run.id,
        operation: holder.run.operation,
        status: holder.run.status,
        heartbeatAt: holder.heartbeatAt?.toISOString(),
      },
      unlockable:
        holder.state !== 'alive' &&
        caller.rights.may(lockBreakPermission, resource),
    };
  }

  /**
   * Starts a run that removes a lock.
   *
   * @throws ResourceNotFoundError, NotAllowedError, ResourceConflictError when there is no lock, it is another one,
   * its holder is alive or a run is active, UnprocessableError when the key was used for another request,
   * StateUnreadableError.
   */
  async unlock(
    resourceId: string,
    request: UnlockRequest,
    caller: Caller,
    key?: string,
  ): Promise<StartedRun> {
    const { database, bucket, holders, runStart, now } = this.options;
    const found = await this.find(resourceId, caller);
    if (
      caller.type !== 'user' ||
      !caller.rights.may(lockBreakPermission, found)
    ) {
      throw new NotAllowedError(
        'Only an admin may remove the lock of a state: ask the platform team',
      );
    }
    const idempotency = {
      key,
      bodyHash: canonicalHash(['unlock', resourceId, request]),
    };
    return runStart
      .start(caller, idempotency, async (stores, runId) => {
        const resource = await stores.resources.lock(resourceId);
        const lock = present(
          await bucket.readLock(resource),
          resource,
          request,
        );
        const holder = await holders.find(resourceId, lock);
        checkDead(holder, lock, resource);
        const run = {
          ...newRun(runId, 'unlock', resource, caller.ref, now()),
          stateTask: { lockId: lock.id },
        };
        return { run, resource };
      })
      .catch(explainActiveRun(database, resourceId));
  }

  private async find(id: string, caller: Caller): Promise<ResourceRecord> {
    const { resources } = this.options.database.stores;
    const resource = await resources.get(id, readScope(caller));
    if (!resource) {
      throw new ResourceNotFoundError();
    }
    return resource;
  }
}

function present(
  lock: StateLock | undefined,
  { id: resourceId }: ResourceRecord,
  { lockId }: UnlockRequest,
): StateLock {
  if (!lock) {
    throw new ResourceConflictError(
      'Nobody holds the lock of this state; there is nothing to remove',
      { resourceId },
    );
  }
  if (lock.id !== lockId) {
    throw new ResourceConflictError(
      `lockId: the lock is another one by now, ${lock.id}, which ${lock.who} holds since ${lock.created}. Look at it, then decide anew`,
      { resourceId },
    );
  }
  return lock;
}

function checkDead(
  { state, run }: LockHolder,
  lock: StateLock,
  { id: resourceId }: ResourceRecord,
): void {
  if (state === 'alive') {
    throw new ResourceConflictError(
      `Run ${run?.id} (${run?.operation}, ${run?.status}) holds lock ${lock.id} and is alive. Wait for its end or cancel it; breaking its lock could lose what it does`,
      { resourceId, runId: run?.id },
    );
  }
}
