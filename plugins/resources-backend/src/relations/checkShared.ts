import { InputError } from '@backstage/errors';
import type { GivenUse } from './readUses';
import type { NamedResource } from './resolveUses';

interface FoundUse extends GivenUse {
  readonly resources: readonly NamedResource[];
}

/**
 * Holds what a relation names against what it has to have in common with the resource that is made.
 *
 * @throws InputError with the path of the one that is built on another, and both names.
 */
export function checkShared(
  { use, resources }: FoundUse,
  all: readonly FoundUse[],
): void {
  const shared = all.find(({ relation }) => relation === use.shares);
  const target = shared?.resources[0]?.resource;
  if (!shared || !target) {
    return;
  }
  const nameOf = ({ type, name }: { type: string; name: string }) =>
    `${type} '${name}'`;
  for (const { path, resource } of resources) {
    const theirs = resource.uses.filter(({ type }) => type === target.type);
    if (!theirs.some(({ id }) => id === target.id)) {
      const there = theirs[0] ? nameOf(theirs[0]) : `no ${target.type}`;
      throw new InputError(
        `${path}: ${nameOf(resource)} is on ${there}, not on ${nameOf(
          target,
        )}. Leave it out, or choose what it is on (uses.${shared.relation})`,
      );
    }
  }
}
