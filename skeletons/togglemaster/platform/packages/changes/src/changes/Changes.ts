import {
  Problem,
  problems,
  type Database,
  type Queryable,
} from '@togglemaster/kit';
import type { z } from 'zod';
import type { Act, Audit } from '../audit/Audit.ts';
import type { Change } from './Change.ts';
import type { ChangeHandler } from './ChangeHandler.ts';
import { ChangeStore, type ChangeFilter } from './ChangeStore.ts';
import { transition, type ChangeEvent } from './transition.ts';

export type ChangesOptions = {
  db: Database;
  handlers: ChangeHandler[];
  audit: Audit;
  /** Whether a change, asked for now, would wait for somebody's approval. */
  needsApproval(tx: Queryable, change: Change): Promise<boolean>;
  now: () => Date;
  newId: () => string;
  /** Called after a commit that changed something. */
  committed(): void;
};

export type Submission<S extends z.ZodType, R> = {
  handler: ChangeHandler<S, R>;
  payload: z.output<S>;
  project: string;
  environment?: string;
  subject: string;
  needsApproval: boolean;
  applyAt?: string;
  note?: string;
  act: Act;
};

export type Decision = {
  event: 'approve' | 'reject';
  act: Act;
  /** Whether an admin decides. */
  admin: boolean;
};

/** What came of it: done with this result, or kept as a change. */
export type Outcome<R> = { result: R } | { change: Change };

/**
 * Changes happen at once, at a time, after somebody else's approval, or after
 * both. All go through the same handlers, so what was approved is what is done.
 */
export class Changes {
  readonly #options: ChangesOptions;
  readonly #store = new ChangeStore();
  readonly #handlers: Map<string, ChangeHandler>;

  constructor(options: ChangesOptions) {
    this.#options = options;
    this.#handlers = new Map(options.handlers.map(h => [h.kind, h]));
  }

  async submit<S extends z.ZodType, R>(
    given: Submission<S, R>,
  ): Promise<Outcome<R>> {
    const { db, committed } = this.#options;
    const { handler, payload, act } = given;
    if (!given.needsApproval && given.applyAt === undefined) {
      const result = await db.transaction(tx =>
        handler.apply(tx, payload, act),
      );
      committed();
      return { result };
    }
    const change = this.#toChange(given);
    await db.transaction(async tx => {
      await tryOut(tx, () => handler.apply(tx, payload, act));
      await this.#store.insert(tx, change);
      await this.#record(tx, act, 'requested', undefined, change);
    });
    return { change };
  }

  /**
   * @throws Problem 403 for the requester's own, and for an approval by an
   * editor of what a key asked for; 409 for one already decided
   */
  async decide(
    id: string,
    project: string,
    decision: Decision,
  ): Promise<Change> {
    return this.#change(id, project, async (tx, change) => {
      const { event, act } = decision;
      assertMayDecide(change, decision);
      const decided: Change = {
        ...change,
        status: transition(change.status, event),
        decidedBy: act.actor,
        decidedAt: act.at.toISOString(),
      };
      const word = event === 'approve' ? 'approved' : 'rejected';
      await this.#record(tx, act, word, change, decided);
      if (event === 'reject') return decided;
      const later = change.applyAt && change.applyAt > act.at.toISOString();
      return later
        ? decided
        : this.#apply(tx, { ...decided, applyAt: act.at.toISOString() }, act);
    });
  }

  async cancel(id: string, project: string, act: Act): Promise<Change> {
    return this.#change(id, project, async (tx, change) => {
      const canceled = this.#next(change, 'cancel', {});
      await this.#record(tx, act, 'canceled', change, canceled);
      return canceled;
    });
  }

  /**
   * What has its time and was let through without an approval waits for one
   * where it needs one now. To be called in the transaction that protects.
   */
  async hold(tx: Queryable, project: string, act: Act): Promise<void> {
    for (const change of await this.#store.lockUndecided(tx, project)) {
      if (await this.#options.needsApproval(tx, change)) {
        await this.#hold(tx, change, act);
      }
    }
  }

  async list(filter: ChangeFilter): Promise<Change[]> {
    return this.#store.list(this.#options.db, filter);
  }

  /** Does one change whose time has come. @returns whether there was one */
  async applyDue(): Promise<boolean> {
    const { db, now, committed, needsApproval } = this.#options;
    const found = await db.transaction(async tx => {
      const at = now();
      const change = await this.#store.lockDue(tx, at);
      if (!change) return false;
      const act = {
        actor: change.requestedBy,
        requestId: `change-${change.id}`,
        at,
      };
      // One that was asked for while its environment was being protected.
      if (change.decidedBy === null && (await needsApproval(tx, change))) {
        await this.#hold(tx, change, act);
      } else {
        await this.#store.update(tx, await this.#applyOrFail(tx, change, act));
      }
      return true;
    });
    if (found) committed();
    return found;
  }

  async #change(
    id: string,
    project: string,
    next: (tx: Queryable, change: Change) => Promise<Change>,
  ): Promise<Change> {
    const changed = await this.#options.db.transaction(async tx => {
      const change = await this.#store.lock(tx, id);
      if (!change || change.project !== project) {
        throw problems.notFound(`No change ${id}`);
      }
      const after = await next(tx, change);
      await this.#store.update(tx, after);
      return after;
    });
    this.#options.committed();
    return changed;
  }

  async #hold(tx: Queryable, change: Change, act: Act): Promise<void> {
    const held = this.#next(change, 'hold', {});
    await this.#store.update(tx, held);
    await this.#record(tx, act, 'held', change, held);
  }

  async #apply(tx: Queryable, change: Change, act: Act): Promise<Change> {
    const handler = this.#handlers.get(change.kind);
    if (!handler) throw new Error(`No handler for changes ${change.kind}`);
    await handler.apply(tx, handler.payload.parse(change.payload), {
      ...act,
      changeId: change.id,
    });
    return this.#next(change, 'apply', {
      appliedAt: act.at.toISOString(),
    });
  }

  /** A refusal ends a scheduled change; anything else is tried again. */
  async #applyOrFail(tx: Queryable, change: Change, act: Act): Promise<Change> {
    await tx.query('SAVEPOINT change');
    try {
      return await this.#apply(tx, change, act);
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500) throw error;
      await tx.query('ROLLBACK TO SAVEPOINT change');
      const failed = this.#next(change, 'fail', { failure: error.message });
      await this.#record(tx, act, 'failed', change, failed);
      return failed;
    }
  }

  async #record(
    tx: Queryable,
    act: Act,
    what:
      'requested' | 'approved' | 'rejected' | 'canceled' | 'held' | 'failed',
    before: Change | undefined,
    after: Change,
  ): Promise<void> {
    const { id, project, environment, subject } = after;
    await this.#options.audit.record(
      tx,
      { ...act, changeId: id },
      {
        action: `change.${what}`,
        project,
        ...(environment === null ? {} : { environment }),
        subject,
        before,
        after,
      },
    );
  }

  #next(change: Change, event: ChangeEvent, rest: Partial<Change>): Change {
    return { ...change, ...rest, status: transition(change.status, event) };
  }

  #toChange(given: Submission<z.ZodType, unknown>): Change {
    return {
      id: this.#options.newId(),
      project: given.project,
      environment: given.environment ?? null,
      kind: given.handler.kind,
      subject: given.subject,
      payload: given.payload as Change['payload'],
      note: given.note ?? '',
      status: given.needsApproval ? 'pending' : 'scheduled',
      requestedBy: given.act.actor,
      keyOwner: given.act.keyOwner ?? null,
      requestedAt: given.act.at.toISOString(),
      decidedBy: null,
      decidedAt: null,
      applyAt: given.applyAt ?? null,
      appliedAt: null,
      failure: null,
    };
  }
}

/**
 * Nobody lets through what they asked for, be it with a key. Whoever holds a
 * key may be an editor, and who that is isn't known: so an admin decides, but
 * not the one who made it.
 */
function assertMayDecide(change: Change, { event, act, admin }: Decision) {
  if (change.requestedBy === act.actor || change.keyOwner === act.actor) {
    throw problems.forbidden('Somebody else has to decide on a change');
  }
  if (event === 'approve' && change.requestedBy.startsWith('key:') && !admin) {
    throw problems.forbidden('An admin has to approve what a key asked for');
  }
}

/** A change that can't be done is refused when it is asked for. */
async function tryOut(tx: Queryable, work: () => Promise<unknown>) {
  await tx.query('SAVEPOINT trial');
  await work();
  await tx.query('ROLLBACK TO SAVEPOINT trial');
}
