import { stringifyEntityRef } from '@backstage/catalog-model';
import type { DirectoryEntity, GroupEntity, UserEntity } from './entitySchema';
import type { LocatedEntity } from './parseEntityFile';

export type LocatedUser = LocatedEntity<UserEntity>;
export type LocatedGroup = LocatedEntity<GroupEntity>;

export function refOf({ kind, metadata }: DirectoryEntity): string {
  const { namespace, name } = metadata;
  return stringifyEntityRef({ kind, namespace, name });
}

export function isUser(located: LocatedEntity): located is LocatedUser {
  return located.entity.kind === 'User';
}

export function isGroup(located: LocatedEntity): located is LocatedGroup {
  return located.entity.kind === 'Group';
}
