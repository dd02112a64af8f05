import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  isTerminal,
  runCancelPermission,
  type RunDetail,
  type RunEventsPage,
  type RunPage,
  type RunView,
} from '@terrastage/plugin-resources-common';
import { nameOf, readScope, type Caller } from '../access/Caller';
import type { Database } from '../database/Stores';
import { ResourceNotFoundError } from '../inventory/ResourceNotFoundError';
import type { ResourceRecord } from '../inventory/ResourceRecord';
import type { RunChange } from './RunChange';
import type { RunChanges } from './RunChanges';
import type { RunRecord } from './RunRecord';
import { runFacts } from './runFacts';
import { runView } from './runView';

const EVENTS_PAGE = 1_000;

/** The same whether there is none or it is of another team's resource. */
export class RunNotFoundError extends NotFoundError {
  name = 'NotFoundError' as const;

  constructor() {
    super('There is no such run, or it is not yours to see');
  }
}

const isQueued = ({ status, waitsForApply }: RunRecord) =>
  status === 'pending' || waitsForApply;

export interface RunServiceOptions {
  database: Database;
  changes: RunChanges;
  now: () => Date;
}

/** What a caller may read of runs, and their cancel. */
export class RunService {
  constructor(private readonly options: RunServiceOptions) {}

  /** @throws RunNotFoundError */
  async get(id: string, caller: Caller): Promise<RunDetail> {
    const { runs } = this.options.database.stores;
    const found = await this.find(id, caller);
    const [view, plan] = await Promise.all([
      this.view(found, caller),
      runs.getPlanDetail(id),
    ]);
    return { ...view, plan };
  }

  /** The newest first. @throws ResourceNotFoundError */
  async listOfResource(resourceId: string, caller: Caller): Promise<RunPage> {
    const { runs, resources } = this.options.database.stores;
    const resource = await resources.get(resourceId, readScope(caller));
    if (!resource) {
      throw new ResourceNotFoundError();
    }
    const list = await runs.listOfResource(resourceId);
    const queue = await runs.queuePositions(
      list.filter(isQueued).map(({ id }) => id),
    );
    return {
      items: list.map(run =>
        runView(run, { resource, caller, queuePosition: queue.get(run.id) }),
      ),
    };
  }

  /**
   * Events after a `seq`, at most a thousand. `status` is the run's at a time before the events were read: when it
   * is terminal and `end` is true, nothing comes any more.
   *
   * @throws RunNotFoundError
   */
  async listEvents(
    id: string,
    after: number,
    caller: Caller,
  ): Promise<RunEventsPage & { status: RunRecord['status'] }> {
    const { run } = await this.find(id, caller);
    const items = await this.options.database.stores.events.list(
      id,
      after,
      EVENTS_PAGE,
    );
    return {
      items,
      end: isTerminal(run.status) && items.length < EVENTS_PAGE,
      status: run.status,
    };
  }

  /**
   * Cancels a run that waits; asks one that works to stop, which its runner hears by its next heartbeat.
   *
   * @throws RunNotFoundError, NotAllowedError, ConflictError when it is over or its runner is lost.
   */
  async cancel(id: string, caller: Caller): Promise<RunView> {
    const found = await this.find(id, caller);
    const facts = runFacts(found.run, found.resource);
    if (!caller.rights.may(runCancelPermission, facts)) {
      throw new NotAllowedError(
        'Only whoever asked for a run, a lead of the owner’s team and admins may cancel it',
      );
    }
    const run = await this.options.changes.change(id, async locked =>
      cancelOf(locked.run, nameOf(caller), this.options.now()),
    );
    if (!run) {
      throw new RunNotFoundError();
    }
    return this.view({ run, resource: found.resource }, caller);
  }

  /** @throws RunNotFoundError */
  async find(
    id: string,
    caller: Caller,
  ): Promise<{ run: RunRecord; resource: ResourceRecord }> {
    const { runs, resources } = this.options.database.stores;
    const run = await runs.get(id);
    const resource =
      run && (await resources.get(run.resourceId, readScope(caller)));
    if (!run || !resource) {
      throw new RunNotFoundError();
    }
    return { run, resource };
  }

  async view(
    { run, resource }: { run: RunRecord; resource: ResourceRecord },
    caller: Caller,
  ): Promise<RunView> {
    const queue = isQueued(run)
      ? await this.options.database.stores.runs.queuePositions([run.id])
      : undefined;
    return runView(run, {
      resource,
      caller,
      queuePosition: queue?.get(run.id),
    });
  }
}

function cancelOf(
  run: RunRecord,
  by: string,
  now: Date,
): RunChange | undefined {
  if (isTerminal(run.status)) {
    throw new ConflictError(`Run ${run.id} is over: it is ${run.status}`);
  }
  if (run.status === 'interrupted' || run.status === 'recovering') {
    throw new ConflictError(
      `The runner of run ${run.id} was lost; the portal is finding out what it left. There is nothing to cancel`,
    );
  }
  if (run.cancelRequestedAt) {
    return undefined;
  }
  const waits =
    run.status === 'pending' ||
    run.status === 'awaiting_approval' ||
    run.waitsForApply;
  return {
    run: {
      cancelRequestedAt: now,
      cancelRequestedBy: by,
      waitsForApply: waits ? false : undefined,
    },
    events: [
      {
        type: 'log',
        source: 'portal',
        level: 'warn',
        message: waits
          ? `Canceled by ${by}`
          : `Cancel requested by ${by}: Terraform is asked to stop and gets time to save its state`,
      },
    ],
    transitions: waits ? [{ type: 'cancel' }] : [],
  };
}
