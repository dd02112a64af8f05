import pLimit from 'p-limit';
import type { AuditLog } from '../audit/AuditLog';
import type { Change, SyncPlan, UserChange } from '../plan';
import type { Invitation, UserPool } from '../pool';
import { applyChange, type Done } from './applyChange';

export type ApplyOptions = {
  pool: UserPool;
  audit: AuditLog;
  /** How each new person gets in. */
  invite: (email: string) => Invitation;
  /** People worked on at once. Default: 5. */
  concurrency?: number;
  signal?: AbortSignal;
};

export type FailedChange = { change: Change; error: Error };

export type ApplyResult = {
  applied: Change[];
  failed: FailedChange[];
  /** Temporary passwords of people that this very call has created, by email. */
  passwords: Map<string, string>;
};

/**
 * Carries out a plan: groups first, then people side by side, what concerns one
 * of them in order. A failure ends the work on that person alone. Safe to do
 * twice, and to do in two portals at once.
 */
export async function applyUserSync(
  plan: SyncPlan,
  options: ApplyOptions,
): Promise<ApplyResult> {
  const limit = pLimit(options.concurrency ?? 5);
  const result: ApplyResult = {
    applied: [],
    failed: [],
    passwords: new Map(),
  };
  const groups = plan.changes.flatMap(change =>
    change.kind === 'create-group' ? [change] : [],
  );
  const people = byPerson(plan.changes);

  const run = async (change: Change, work: () => Promise<Done>) => {
    options.signal?.throwIfAborted();
    return attempt(change, work, options.audit, result);
  };
  await Promise.all(
    groups.map(change =>
      limit(() =>
        run(change, async () => {
          await options.pool.createGroup(change.group);
          return {};
        }),
      ),
    ),
  );
  await Promise.all(
    people.map(changes =>
      limit(async () => {
        const created: { username?: string } = {};
        for (const change of changes) {
          const done = await run(change, () =>
            applyChange(change, created.username, options, result.passwords),
          );
          if (!done) return;
          created.username ??= done.username;
        }
      }),
    ),
  );
  return result;
}

async function attempt(
  change: Change,
  work: () => Promise<Done>,
  audit: AuditLog,
  result: ApplyResult,
): Promise<Done | undefined> {
  const entry = {
    action: change.kind,
    subject: change.kind === 'create-group' ? change.group : change.email,
    ...('group' in change && change.kind !== 'create-group'
      ? { detail: { group: change.group } }
      : {}),
  };
  let done: Done;
  try {
    done = await work();
  } catch (cause) {
    const error = cause as Error;
    result.failed.push({ change, error });
    await audit.record({ ...entry, outcome: 'failure', error });
    return undefined;
  }
  result.applied.push(change);
  await audit.record({
    ...entry,
    outcome: 'success',
    ...(done.detail && { detail: { ...entry.detail, ...done.detail } }),
  });
  return done;
}

function byPerson(changes: Change[]): UserChange[][] {
  const people = new Map<string, UserChange[]>();
  for (const change of changes) {
    if (change.kind === 'create-group') continue;
    const own = people.get(change.email) ?? [];
    own.push(change);
    people.set(change.email, own);
  }
  return [...people.values()];
}
