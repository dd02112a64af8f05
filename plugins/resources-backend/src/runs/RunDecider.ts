import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import {
  isDestructive,
  type ConfirmRunRequest,
  type DiscardRunRequest,
  type RunView,
} from '@terrastage/plugin-resources-common';
import type { Caller } from '../access/Caller';
import type { Database } from '../database/Stores';
import { mayDecide } from './mayDecide';
import type { RunChange } from './RunChange';
import type { Locked, RunChanges } from './RunChanges';
import type { RunRecord } from './RunRecord';
import { RunNotFoundError, type RunService } from './RunService';
import type { User } from './RunStart';

export interface RunDeciderOptions {
  database: Database;
  changes: RunChanges;
  runs: RunService;
  now: () => Date;
}

/** What becomes of plans that wait for a person. */
export class RunDecider {
  constructor(private readonly options: RunDeciderOptions) {}

  /**
   * Has a parked plan applied. The same again by the same person changes nothing.
   *
   * @throws RunNotFoundError, NotAllowedError, ConflictError when the run doesn't wait or its plan is another,
   * InputError when something would be replaced or deleted and the name is missing or wrong.
   */
  async confirm(
    id: string,
    request: ConfirmRunRequest,
    caller: Caller,
  ): Promise<RunView> {
    return this.decide(id, caller, ({ run, resource }, user) => {
      const same = run.planDigest === request.planDigest;
      if (same && isConfirmed(run) && run.decidedBy === user.ref) {
        return undefined;
      }
      checkWaits(run);
      if (!same) {
        throw new ConflictError(
          `planDigest: run ${run.id} has another plan than the one that was confirmed; read it and confirm that`,
        );
      }
      if (isDestructive(run.summary!) && request.name !== resource.name) {
        throw new InputError(
          `name: this plan replaces or deletes something; type the resource's name to confirm it`,
        );
      }
      return {
        run: {
          decidedAt: this.options.now(),
          decidedBy: user.ref,
          waitsForApply: true,
        },
        transitions: [{ type: 'approve', planDigest: request.planDigest }],
        events: [note('info', `Confirmed by ${user.ref}`)],
      };
    });
  }

  /**
   * Throws a parked plan away; nothing was changed by it.
   *
   * @throws RunNotFoundError, NotAllowedError, ConflictError when the run doesn't wait.
   */
  async discard(
    id: string,
    request: DiscardRunRequest,
    caller: Caller,
  ): Promise<RunView> {
    return this.decide(id, caller, ({ run }, user) => {
      checkWaits(run);
      return discarded(
        { decidedBy: user.ref, decisionNote: request.note },
        `Discarded by ${user.ref}${request.note ? `: ${request.note}` : ''}`,
        this.options.now(),
      );
    });
  }

  /** Throws away the plans for which nobody decided in time. @returns how many. */
  async discardExpired(): Promise<number> {
    const { database, changes, now } = this.options;
    const expired = await database.stores.runs.listExpired(now());
    for (const { id } of expired) {
      await changes.change(id, async ({ run }) =>
        run.status === 'awaiting_approval'
          ? discarded(
              { decisionNote: 'Nobody confirmed it in time' },
              'Discarded, since nobody confirmed it in time. Nothing was changed; ask for the change again to get a new plan',
              now(),
            )
          : undefined,
      );
    }
    return expired.length;
  }

  private async decide(
    id: string,
    caller: Caller,
    decide: (locked: Locked, user: User) => RunChange | undefined,
  ): Promise<RunView> {
    const { changes, runs } = this.options;
    const found = await runs.find(id, caller);
    const { resource } = found;
    if (caller.type !== 'user' || !mayDecide(caller, found.run, resource)) {
      throw new NotAllowedError(
        found.run.operation === 'restore'
          ? 'Only an admin may confirm or discard the restore of a state'
          : 'Only a user of the owner’s group may confirm or discard a plan',
      );
    }
    const run = await changes.change(id, async locked =>
      decide(locked, caller),
    );
    if (!run) {
      throw new RunNotFoundError();
    }
    return runs.view({ run, resource }, caller);
  }
}

function isConfirmed(run: RunRecord): boolean {
  return run.decidedAt !== undefined && run.status !== 'discarded';
}

function checkWaits(run: RunRecord): void {
  if (run.status !== 'awaiting_approval') {
    throw new ConflictError(
      `Run ${run.id} waits for no decision: it is ${run.status}`,
    );
  }
}

function discarded(
  decision: Pick<RunRecord, 'decidedBy' | 'decisionNote'>,
  message: string,
  now: Date,
): RunChange {
  return {
    run: { ...decision, decidedAt: now },
    transitions: [{ type: 'discard' }],
    events: [note('warn', message)],
  };
}

function note(level: 'info' | 'warn', message: string) {
  return { type: 'log', source: 'portal', level, message } as const;
}
