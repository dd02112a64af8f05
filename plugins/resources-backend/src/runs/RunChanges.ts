import { ConflictError } from '@backstage/errors';
import {
  IllegalTransitionError,
  isTerminal,
  resourceStatusAfter,
  transition,
  type Run,
  type RunEvent,
  type RunTransition,
} from '@terrastage/plugin-resources-common';
import type { Database, Stores } from '../database/Stores';
import {
  hasState,
  type ResourcePatch,
  type ResourceRecord,
} from '../inventory/ResourceRecord';
import type { ChangeHub } from './ChangeHub';
import { toRun, toRunPatch, type RunPatch, type RunRecord } from './RunRecord';

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

export interface Locked {
  readonly run: RunRecord;
  readonly resource: ResourceRecord;
  /** Of the same transaction. */
  readonly stores: Stores;
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
    const run = await this.options.database.transaction(stores =>
      this.changeWithin(stores, runId, async locked => {
        const change = await decide(locked);
        changed = change !== undefined;
        return change;
      }),
    );
    if (run && changed) {
      this.announce(run);
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
   * @throws ActiveRunError
   */
  async start(
    stores: Stores,
    run: RunRecord,
    resource: ResourceRecord,
  ): Promise<RunRecord> {
    await stores.runs.insert(run);
    const started = await this.writeRun(stores, run, {
      events: [{ type: 'status', status: run.status }],
    });
    await this.writeResource(stores, resource, started);
    return started;
  }

  /** Tells who follows the run or the inventory. */
  announce(run: RunRecord): void {
    this.options.hub.announce({ runId: run.id, resourceId: run.resourceId });
  }

  private async writeRun(
    stores: Stores,
    before: RunRecord,
    change: RunChange,
  ): Promise<RunRecord> {
    const now = this.options.now();
    const events: NewRunEvent[] = [...(change.events ?? [])];
    const patch: Mutable<RunPatch> = { ...change.run };
    let run = toRun(before);
    for (const event of change.transitions ?? []) {
      run = apply(run, event);
      Object.assign(patch, toRunPatch(run), timeOf(run.status, now));
      events.push({
        type: 'status',
        status: run.status,
        ...('failure' in run && { failure: run.failure }),
      });
    }
    patch.eventSeq = before.eventSeq + events.length;
    await stores.runs.update(before.id, patch);
    await stores.events.append(
      before.id,
      events.map(
        (event, index) =>
          ({
            time: now.toISOString(),
            ...event,
            seq: before.eventSeq + index + 1,
          } as RunEvent),
      ),
    );
    const { planDetail, ...stored } = patch;
    return { ...before, ...stored };
  }

  private async writeResource(
    stores: Stores,
    resource: ResourceRecord,
    run: RunRecord,
    patch: ResourcePatch = {},
  ): Promise<void> {
    const { id, operation, status, applyStarted, resourceStatusBefore } = run;
    const next = resourceStatusAfter(
      {
        status: resource.status,
        hasState: hasState({ state: patch.state ?? resource.state }),
        applyStarted,
        statusBeforeRun: resourceStatusBefore,
      },
      { operation, status },
    );
    const now = this.options.now();
    await stores.resources.update(
      resource.id,
      {
        ...patch,
        status: next,
        run: { id, operation, status },
        deletedAt: next === 'deleted' ? now : undefined,
      },
      now,
    );
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** `transition`, refused as the conflict that it is. */
function apply(run: Run, event: RunTransition): Run {
  try {
    return transition(run, event);
  } catch (error) {
    throw error instanceof IllegalTransitionError
      ? new ConflictError(error.message, error)
      : error;
  }
}

function timeOf(status: RunRecord['status'], now: Date): RunPatch {
  if (isTerminal(status)) {
    return { finishedAt: now };
  }
  switch (status) {
    case 'planning':
      return { startedAt: now };
    case 'planned':
      return { plannedAt: now };
    case 'applying':
      return { applyingAt: now };
    default:
      return {};
  }
}
