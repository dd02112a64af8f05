import type { Directory, DirectoryUser } from '../directory';
import type { PoolState, PoolUser } from '../pool/PoolState';
import type { Change, LeftAlone, SyncPlan, UserFields } from './Change';

export type PlanOptions = {
  /** Take over users whom the files name and somebody else made. Default: no. */
  adopt?: boolean;
};

/**
 * What it takes to bring the pool in line with the directory. Nothing is ever
 * deleted, and nobody is touched who does not carry the portal's mark.
 */
export function planUserSync(
  desired: Directory,
  actual: PoolState,
  options: PlanOptions = {},
): SyncPlan {
  const changes: Change[] = [];
  const leftAlone: LeftAlone[] = [];
  const wanted = new Map(desired.users.map(user => [user.email, user]));
  const present = byEmail(actual.users);

  const poolGroups = new Set(actual.groups.map(group => group.name));
  for (const { name } of desired.groups) {
    if (!poolGroups.has(name)) {
      changes.push({ kind: 'create-group', group: name });
    }
  }

  for (const user of desired.users) {
    const found = present.get(user.email);
    if (!found) changes.push(...create(user));
    else if (found.managed) changes.push(...bringInLine(user, found));
    else if (options.adopt) changes.push(...adopt(user, found));
    if (found?.managed && isHeld(found)) {
      leftAlone.push(left(found, 'disabled-by-hand'));
    }
  }

  for (const user of actual.users) {
    const isWanted = user.email !== undefined && wanted.has(user.email);
    if (user.managed) {
      if (!isWanted) changes.push(...retire(user));
    } else if (!isWanted) {
      leftAlone.push(left(user, 'unmanaged'));
    } else if (!options.adopt) {
      leftAlone.push(left(user, 'unmanaged-in-files'));
    }
  }

  return {
    changes,
    leftAlone,
    disables: changes.filter(({ kind }) => kind === 'disable-user').length,
    enabledManaged: actual.users.filter(u => u.managed && u.enabled).length,
    desired: desired.users,
  };
}

function create(user: DirectoryUser): Change[] {
  const { email, name, entityRef, groups } = user;
  return [
    { kind: 'create-user', email, name, entityRef },
    ...groups.map(group => ({ kind: 'add-to-group' as const, email, group })),
  ];
}

function adopt(user: DirectoryUser, found: PoolUser): Change[] {
  const { email, name } = user;
  return [
    { kind: 'adopt-user', email, username: found.username, name },
    ...moveGroups(user, found),
  ];
}

function bringInLine(user: DirectoryUser, found: PoolUser): Change[] {
  const { email } = user;
  const { username } = found;
  const changes: Change[] = [];
  const fields: UserFields = {
    ...(found.name !== user.name && {
      name: { from: found.name, to: user.name },
    }),
    ...(!found.emailVerified && { emailVerified: { from: false, to: true } }),
  };
  if (Object.keys(fields).length > 0) {
    changes.push({ kind: 'update-user', email, username, fields });
  }
  changes.push(...moveGroups(user, found));
  // Last, so that nobody comes back with the groups of before. An enabled user
  // with the mark of a disabled one is what an interrupted sync leaves.
  if (found.disabledBySync) {
    changes.push({ kind: 'enable-user', email, username });
  }
  return changes;
}

/** Groups go as well: whoever comes back starts with what the files then say. */
function retire(user: PoolUser): Change[] {
  const { username, enabled, groups } = user;
  const email = user.email ?? username;
  return [
    ...(enabled ? [{ kind: 'disable-user' as const, email, username }] : []),
    ...groups.map(group => ({
      kind: 'remove-from-group' as const,
      email,
      username,
      group,
    })),
  ];
}

function moveGroups(
  { email, groups }: DirectoryUser,
  found: PoolUser,
): Change[] {
  const { username } = found;
  return [
    ...found.groups
      .filter(group => !groups.includes(group))
      .map(group => ({
        kind: 'remove-from-group' as const,
        email,
        username,
        group,
      })),
    ...groups
      .filter(group => !found.groups.includes(group))
      .map(group => ({
        kind: 'add-to-group' as const,
        email,
        username,
        group,
      })),
  ];
}

function isHeld(user: PoolUser): boolean {
  return !user.enabled && !user.disabledBySync;
}

function left(user: PoolUser, reason: LeftAlone['reason']): LeftAlone {
  const { username, email, enabled } = user;
  return { username, email, enabled, reason };
}

/** Where two have one email, which Cognito allows for a moment, the managed one. */
function byEmail(users: PoolUser[]): Map<string, PoolUser> {
  const found = new Map<string, PoolUser>();
  for (const user of users) {
    if (user.email && !found.get(user.email)?.managed) {
      found.set(user.email, user);
    }
  }
  return found;
}
