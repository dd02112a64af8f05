import type { Directory, DirectoryUser } from '../directory';
import type { PoolState, PoolUser } from '../pool';

const place = { file: 'users.yaml', line: 1, column: 1 };

/** Somebody in the files. */
export function person(
  name: string,
  overrides: Partial<DirectoryUser> = {},
): DirectoryUser {
  return {
    entityRef: `user:default/${name}`,
    email: `${name}@example.com`,
    name,
    groups: [],
    place,
    ...overrides,
  };
}

/** The files, with the groups that the people are in. */
export function directoryOf(
  users: DirectoryUser[],
  groups: string[] = users.flatMap(user => user.groups),
): Directory {
  return {
    users,
    groups: [...new Set(groups)].map(name => ({
      entityRef: `group:default/${name}`,
      name,
      place,
    })),
  };
}

/** Somebody in the pool as an earlier sync has left him. */
export function poolUser(
  name: string,
  overrides: Partial<PoolUser> = {},
): PoolUser {
  return {
    username: `id-of-${name}`,
    email: `${name}@example.com`,
    emailVerified: true,
    name,
    enabled: true,
    status: 'CONFIRMED',
    managed: true,
    disabledBySync: false,
    groups: [],
    ...overrides,
  };
}

export function poolOf(
  users: PoolUser[],
  groups: string[] = users.flatMap(user => user.groups),
): PoolState {
  return {
    users,
    groups: [...new Set(groups)].map(name => ({ name, managed: true })),
  };
}
