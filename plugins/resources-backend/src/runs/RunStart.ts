import type { StartedRun } from '@terrastage/plugin-resources-common';
import type { Caller, UserCaller } from '../access/Caller';
import { everything } from '../access/Scope';
import type { Database, Stores } from '../database/Stores';
import { UnprocessableError } from '../http/HttpErrors';
import { ResourceConflictError } from '../http/ResourceConflictError';
import type { ResourceListItem } from '../inventory/ResourceRecord';
import { resourceDetail } from '../inventory/resourceView';
import { checkNetworkRange } from '../relations/checkNetworkRange';
import { checkUnused } from '../relations/checkUnused';
import type { Changed, RunChanges } from './RunChanges';
import { runView } from './runView';

export type User = UserCaller;

/** What tells a repeated request from a new one. */
export interface Idempotency {
  /** The caller's `Idempotency-Key`; without it every request is a new one. */
  readonly key?: string;
  /** Over everything that was asked for. */
  readonly bodyHash: string;
}

export interface RunStartOptions {
  database: Database;
  changes: RunChanges;
  now: () => Date;
  newId: () => string;
}

/** Puts a run into the queue: once for a key, however often it is asked for. */
export class RunStart {
  constructor(private readonly options: RunStartOptions) {}

  /**
   * @param make - within the transaction, gives the run and its resource, which it has stored or locked.
   * @throws UnprocessableError when the key was used for another request, and what `make` throws.
   */
  async start(
    user: User,
    { key, bodyHash }: Idempotency,
    make: (stores: Stores, runId: string) => Promise<Changed>,
  ): Promise<StartedRun> {
    const { database, changes, now, newId } = this.options;
    const runId = newId();
    const { earlier, started } = await database.transaction(async stores => {
      if (key !== undefined) {
        const taken = await stores.idempotency.take(
          { requestedBy: user.ref, key, bodyHash, runId },
          now(),
        );
        if (taken) {
          return { earlier: taken };
        }
      }
      const { run, resource } = await make(stores, runId);
      // Here, since every run starts here: also one that is tried again.
      if (run.operation === 'destroy') {
        await checkUnused(stores, resource, user);
      } else {
        await checkNetworkRange(stores, resource, user);
      }
      return { started: await changes.start(stores, run, resource) };
    });
    if (started) {
      changes.announce(started.run);
      // What is destroyed was just seen to be unused.
      const unused = started.run.operation === 'destroy';
      return this.view(started, user, unused ? [] : undefined);
    }
    if (earlier.bodyHash !== bodyHash) {
      throw new UnprocessableError(
        `Idempotency-Key: '${key}' was used for another request`,
      );
    }
    return this.view(await this.read(earlier.runId), user);
  }

  private async read(runId: string): Promise<Changed> {
    const { runs, resources } = this.options.database.stores;
    const run = await runs.get(runId);
    const resource = run && (await resources.get(run.resourceId, everything));
    if (!run || !resource) {
      throw new ResourceConflictError(
        'What this Idempotency-Key started is no longer kept; use another key',
      );
    }
    return { run, resource };
  }

  private async view(
    { run, resource }: Changed,
    caller: Caller,
    known?: readonly ResourceListItem[],
  ): Promise<StartedRun> {
    const { runs, resources, skeletons } = this.options.database.stores;
    const [queue, dependents, skeleton] = await Promise.all([
      runs.queuePositions([run.id]),
      known ?? resources.listDependents(resource.id),
      skeletons.get(resource.type),
    ]);
    return {
      resource: resourceDetail(resource, caller, dependents, skeleton),
      run: runView(run, {
        resource,
        caller,
        queuePosition: queue.get(run.id),
      }),
    };
  }
}
