import { ConflictError } from '@backstage/errors';
import pLimit from 'p-limit';
import type { AuditLog } from '../audit/AuditLog';
import type { Change, SyncPlan, UserChange } from '../plan';
import type { Invitation, UserPool } from '../pool';

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
            applyOne(change, created.username, options, result),
          );
          if (!done) return;
          created.username ??= done.username;
        }
      }),
    ),
  );
  return result;
}

type Done = { username?: string; detail?: Record<string, string> };

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

async function applyOne(
  change: UserChange,
  createdName: string | undefined,
  { pool, invite }: ApplyOptions,
  result: ApplyResult,
): Promise<Done> {
  switch (change.kind) {
    case 'create-user':
      return createUser(change, invite(change.email), pool, result);
    case 'adopt-user':
      await pool.adoptUser(change.username, change.name);
      return {};
    case 'update-user':
      await pool.updateUser(change.username, {
        name: change.fields.name?.to,
        emailVerified: change.fields.emailVerified?.to,
      });
      return { detail: { fields: Object.keys(change.fields).join(',') } };
    case 'enable-user':
      await pool.enableUser(change.username);
      return {};
    case 'disable-user':
      await pool.disableUser(change.username, { bySync: true });
      return {};
    case 'add-to-group':
      await pool.addToGroup(
        change.username ?? createdName ?? change.email,
        change.group,
      );
      return {};
    case 'remove-from-group':
      await pool.removeFromGroup(change.username, change.group);
      return {};
    default:
      throw new Error(`Unknown change ${JSON.stringify(change)}`);
  }
}

async function createUser(
  { email, name }: Extract<Change, { kind: 'create-user' }>,
  invitation: Invitation,
  pool: UserPool,
  { passwords }: ApplyResult,
): Promise<Done> {
  const { username, created, managed } = await pool.createUser(
    { email, name },
    invitation,
  );
  if (!managed) {
    throw new ConflictError(
      `Somebody else made ${email} in the user pool meanwhile; it is left alone. ` +
        'To take it over: npm run users -- sync --adopt',
    );
  }
  if (created && invitation.by === 'none' && invitation.temporaryPassword) {
    passwords.set(email, invitation.temporaryPassword);
  }
  return {
    username,
    detail: created
      ? { invitation: invitation.by }
      : { note: 'another portal was quicker' },
  };
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
