import {
  resourceStatusAfter,
  type ResourceStatus,
} from '@terrastage/plugin-resources-common';
import type { Database, Stores } from '../database/Stores';
import {
  hasState,
  type ResourcePatch,
  type ResourceRecord,
} from '../inventory/ResourceRecord';
import type { ChangeHub } from './ChangeHub';
import { foldChange } from './foldChange';
import type { RunChange } from './RunChange';
import type { RunPatch, RunRecord } from './RunRecord';

export interface Locked {
  readonly run: RunRecord;
  readonly resource: ResourceRecord;
  /** Of the same transaction. */
  readonly stores: Stores;
}

export interface Changed {
  readonly run: RunRecord;
  readonly resource: ResourceRecord;
}

export interface RunChangesOptions {
  database: Database;
  hub: ChangeHub;
  now: () => Date;
}

/**
 * The only way in which a stored run changes: the run, its events and its resource together, in one transaction,
 * by `transition`. Whoever listens is told after the commit.
 */
export class RunChanges {
  constructor(private readonly options: RunChangesOptions) {}

  /**
   * Locks the run and its resource and asks what is to change. Nothing changes when the answer is undefined or
   * throws.
   *
   * @returns the run as it is then; undefined when there is none of this id.
   * @throws ConflictError when the run's status doesn't allow a transition.
   */
  async change(
    runId: string,
    decide: (locked: Locked) => Promise<RunChange | undefined>,
  ): Promise<RunRecord | undefined> {
    let changed = false;
    let wasOver = false;
    const run = await this.options.database.transaction(stores =>
      this.changeWithin(stores, runId, async locked => {
        const change = await decide(locked);
        changed = change !== undefined;
        wasOver = locked.run.finishedAt !== undefined;
        return change;
      }),
    );
    if (run && changed) {
      this.announce(run, !wasOver && run.finishedAt !== undefined);
    }
    return run;
  }

  /** As {@link change}, within the caller's transaction; the caller announces it after the commit. */
  async changeWithin(
    stores: Stores,
    runId: string,
    decide: (locked: Locked) => Promise<RunChange | undefined>,
  ): Promise<RunRecord | undefined> {
    const before = await stores.runs.lock(runId);
    if (!before) {
      return undefined;
    }
    const resource = await stores.resources.lock(before.resourceId);
    const change = await decide({ run: before, resource, stores });
    if (!change) {
      return before;
    }
    const after = await this.writeRun(stores, before, change);
    await this.writeResource(stores, resource, after, change.resource);
    return after;
  }

  /**
   * Changes many runs, which the transaction has locked already, each of another resource: in a statement for all of
   * their runs, one for their events and one for their resources. The caller announces them after the commit.
   *
   * @throws ConflictError when the status of any doesn't allow its transition.
   */
  async changeEach(
    stores: Stores,
    runs: readonly RunRecord[],
    decide: (run: RunRecord) => RunChange,
  ): Promise<Changed[]> {
    const now = this.options.now();
    const resources = await stores.resources.lockEach(
      runs.map(({ resourceId }) => resourceId),
    );
    const changes = runs.map(before => {
      const resource = resources.get(before.resourceId);
      if (!resource) {
        throw new Error(
          `Resource ${before.resourceId} is not in the inventory`,
        );
      }
      const change = decide(before);
      const { patch, events } = foldChange(before, change, now);
      const run = patched(before, patch);
      const resourcePatch = patchOf(resource, run, now, change.resource);
      return { run, patch, events, resource, resourcePatch };
    });
    await stores.runs.updateEach(
      changes.map(({ run, patch }) => ({ id: run.id, patch })),
    );
    await stores.events.append(
      changes.map(({ run, events }) => ({ runId: run.id, events })),
    );
    await stores.resources.updateEach(
      changes.map(({ resource, resourcePatch }) => ({
        id: resource.id,
        patch: resourcePatch,
      })),
      now,
    );
    return changes;
  }

  /**
   * Adds events to a run and what they say of its steps and progress. Its status and its resource stay as they are,
   * so neither is locked or announced to the inventory.
   */
  async append(
    runId: string,
    decide: (
      run: RunRecord,
      stores: Stores,
    ) => Promise<Pick<RunChange, 'run' | 'events'> | undefined>,
  ): Promise<void> {
    let added = false;
    await this.options.database.transaction(async stores => {
      const before = await stores.runs.lock(runId);
      const change = before && (await decide(before, stores));
      if (before && change) {
        added = true;
        await this.writeRun(stores, before, change);
      }
    });
    if (added) {
      this.options.hub.announceEvents(runId);
    }
  }

  /**
   * Stores a new pending run with its first event, within the caller's transaction. The caller announces it after
   * the commit.
   *
   * @returns both as they are then.
   * @throws ActiveRunError
   */
  async start(
    stores: Stores,
    run: RunRecord,
    resource: ResourceRecord,
  ): Promise<Changed> {
    const now = this.options.now();
    const { patch, events } = foldChange(
      run,
      { events: [{ type: 'status', status: run.status }] },
      now,
    );
    const started = patched(run, patch);
    await stores.runs.insert(started);
    await stores.events.append([{ runId: run.id, events }]);
    const { status, run: shown } = await this.writeResource(
      stores,
      resource,
      started,
    );
    return {
      run: started,
      resource: {
        ...resource,
        status,
        run: shown ?? resource.run,
        updatedAt: now,
      },
    };
  }

  /** Tells who follows the run or the inventory. @param ended - whether it has just come to its end. */
  announce(run: RunRecord, ended = false): void {
    const { id: runId, resourceId } = run;
    this.options.hub.announce({
      runId,
      resourceId,
      ...(ended && { ended: run }),
    });
  }

  private async writeRun(
    stores: Stores,
    before: RunRecord,
    change: RunChange,
  ): Promise<RunRecord> {
    const { patch, events } = foldChange(before, change, this.options.now());
    await stores.runs.update(before.id, patch);
    await stores.events.append([{ runId: before.id, events }]);
    return patched(before, patch);
  }

  private async writeResource(
    stores: Stores,
    resource: ResourceRecord,
    run: RunRecord,
    change?: ResourcePatch,
  ): Promise<ReturnType<typeof patchOf>> {
    const now = this.options.now();
    const patch = patchOf(resource, run, now, change);
    await stores.resources.update(resource.id, patch, now);
    return patch;
  }
}

function patched(
  run: RunRecord,
  { planDetail, ...patch }: RunPatch,
): RunRecord {
  return { ...run, ...patch };
}

/** What is to be stored of a resource whose run is as it is now. */
function patchOf(
  resource: ResourceRecord,
  run: RunRecord,
  now: Date,
  change: ResourcePatch = {},
): ResourcePatch & { status: ResourceStatus } {
  const { id, operation, status, applyStarted, resourceStatusBefore } = run;
  const next = resourceStatusAfter(
    {
      status: resource.status,
      hasState: hasState({ state: change.state ?? resource.state }),
      applyStarted,
      statusBeforeRun: resourceStatusBefore,
    },
    { operation, status },
  );
  return {
    ...change,
    status: next,
    // After an unlock a reader still wants the run whose lock it was.
    run: operation === 'unlock' ? undefined : { id, operation, status },
    deletedAt: next === 'deleted' ? now : undefined,
  };
}
