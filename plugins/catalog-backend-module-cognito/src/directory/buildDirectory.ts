import { parseEntityRef } from '@backstage/catalog-model';
import type { Directory, DirectoryGroup, DirectoryUser } from './Directory';
import { DirectoryFileError, type FileProblem } from './DirectoryFileError';
import { joinGroups } from './joinGroups';
import {
  isGroup,
  isUser,
  refOf,
  type LocatedGroup,
  type LocatedUser,
} from './locatedKinds';
import type { ParsedFile } from './parseEntityFile';

/**
 * What the files together say.
 *
 * @throws DirectoryFileError with all that is wrong, and when nobody is left: an
 * empty file is far more often a mistake than a company without people
 */
export function buildDirectory(files: ParsedFile[]): Directory {
  const problems = files.flatMap(file => file.problems);
  const entities = files.flatMap(file => file.entities);
  const groups = readGroups(entities.filter(isGroup), problems);
  const users = readUsers(entities.filter(isUser), problems);
  joinGroups(entities, users, groups, problems);
  if (problems.length > 0) throw new DirectoryFileError(problems);
  return {
    users: [...users.values()].map(user => ({
      ...user,
      groups: [...new Set(user.groups)].sort(),
    })),
    groups: [...groups.values()],
  };
}

function readGroups(located: LocatedGroup[], problems: FileProblem[]) {
  const groups = new Map<string, DirectoryGroup>();
  for (const { entity, placeOf } of located) {
    const entityRef = refOf(entity);
    const place = placeOf(['metadata', 'name']);
    const earlier = groups.get(entityRef);
    if (earlier) {
      problems.push(twice(entityRef, ['metadata', 'name'], place, earlier));
    } else {
      groups.set(entityRef, { entityRef, name: poolName(entityRef), place });
    }
  }
  return groups;
}

function readUsers(located: LocatedUser[], problems: FileProblem[]) {
  const users = new Map<string, DirectoryUser>();
  const byEmail = new Map<string, DirectoryUser>();
  const emailPath = ['spec', 'profile', 'email'];
  for (const { entity, placeOf } of located) {
    const { email, displayName } = entity.spec.profile;
    const user: DirectoryUser = {
      entityRef: refOf(entity),
      email,
      name: displayName ?? entity.metadata.name,
      groups: [],
      place: placeOf(['metadata', 'name']),
    };
    const sameRef = users.get(user.entityRef);
    if (sameRef) {
      problems.push(
        twice(user.entityRef, ['metadata', 'name'], user.place, sameRef),
      );
    }
    const sameEmail = byEmail.get(email);
    if (sameEmail && !sameRef) {
      problems.push(twice(email, emailPath, placeOf(emailPath), sameEmail));
    }
    users.set(user.entityRef, user);
    byEmail.set(email, user);
  }
  return users;
}

function twice(
  what: string,
  path: string[],
  place: FileProblem['place'],
  { place: first }: { place: FileProblem['place'] },
): FileProblem {
  return {
    place,
    field: path.join('.'),
    message: `${what} is there twice, first at ${first.file}:${first.line}`,
  };
}

/** References are lower case, so that two spellings are one group in the pool. */
function poolName(entityRef: string): string {
  const { namespace, name } = parseEntityRef(entityRef);
  return namespace === 'default' ? name : `${namespace}/${name}`;
}
