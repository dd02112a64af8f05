import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { DirectoryGroup, DirectoryUser } from './Directory';
import type { FileProblem } from './DirectoryFileError';
import { isGroup, isUser, refOf } from './locatedKinds';
import type { LocatedEntity, Path } from './parseEntityFile';

/** A membership may stand at the user, at the group, or at both. */
export function joinGroups(
  entities: LocatedEntity[],
  users: Map<string, DirectoryUser>,
  groups: Map<string, DirectoryGroup>,
  problems: FileProblem[],
) {
  for (const located of entities) {
    const ownRef = refOf(located.entity);
    if (isUser(located)) {
      for (const ref of refsAt(located, 'memberOf', 'group', problems)) {
        const group = groups.get(ref.entityRef);
        if (group) users.get(ownRef)?.groups.push(group.name);
        else problems.push(unknown(ref));
      }
    } else if (isGroup(located)) {
      for (const ref of refsAt(located, 'members', 'user', problems)) {
        const group = groups.get(ownRef);
        const user = users.get(ref.entityRef);
        if (user && group) user.groups.push(group.name);
        else problems.push(unknown(ref));
      }
    }
  }
}

type FoundRef = {
  entityRef: string;
  field: string;
  place: FileProblem['place'];
};

function refsAt(
  { entity, placeOf }: LocatedEntity,
  list: 'memberOf' | 'members',
  kind: 'group' | 'user',
  problems: FileProblem[],
): FoundRef[] {
  const raw = (entity.spec as Record<string, string[] | null | undefined>)[
    list
  ];
  return (raw ?? []).flatMap((text, index) => {
    const path: Path = ['spec', list, index];
    const at = { field: path.join('.'), place: placeOf(path) };
    try {
      const ref = parseEntityRef(text, {
        defaultKind: kind,
        defaultNamespace: entity.metadata.namespace,
      });
      const entityRef = stringifyEntityRef(ref);
      if (entityRef.startsWith(`${kind}:`)) return [{ ...at, entityRef }];
      problems.push({ ...at, message: `${entityRef} is not a ${kind}` });
    } catch (error) {
      problems.push({ ...at, message: (error as Error).message });
    }
    return [];
  });
}

function unknown({ entityRef, ...at }: FoundRef): FileProblem {
  return { ...at, message: `${entityRef} stands in none of the files` };
}
