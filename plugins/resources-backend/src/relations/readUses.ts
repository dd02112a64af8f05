import { InputError } from '@backstage/errors';
import type {
  Manifest,
  ManifestUse,
  Uses,
} from '@terrastage/plugin-resources-common';
import type { ResourceKey } from '../inventory/ResourceStore';

/** A relation of a manifest with the resources that a request gives it. */
export interface GivenUse {
  readonly relation: string;
  readonly use: ManifestUse;
  readonly given: ReadonlyArray<{
    /** Path in the request: `uses.clients[1]`. */
    readonly path: string;
    /** As the request has it. */
    readonly ref: string;
    readonly key: ResourceKey;
  }>;
}

/**
 * Holds what a request uses against the relations of its manifest.
 *
 * @throws InputError naming the path of what is missing, too much, or no relation at all.
 */
export function readUses(
  manifest: Pick<Manifest, 'uses'>,
  uses: Uses = {},
): GivenUse[] {
  const relations = manifest.uses ?? {};
  for (const relation of Object.keys(uses)) {
    if (!Object.hasOwn(relations, relation)) {
      throw new InputError(
        `uses.${relation}: is not a relation of this template`,
      );
    }
  }
  return Object.entries(relations).map(([relation, use]) => {
    const value = Object.hasOwn(uses, relation) ? uses[relation] : undefined;
    const path = `uses.${relation}`;
    if (Array.isArray(value) && !use.many) {
      throw new InputError(`${path}: takes one resource, not a list`);
    }
    const refs = [value ?? []].flat();
    if (use.required && refs.length === 0) {
      throw new InputError(`${path}: is required (${use.title}: ${use.type})`);
    }
    const given = refs.map((ref, index) => ({
      path: Array.isArray(value) ? `${path}[${index}]` : path,
      ref,
      key: keyOf(ref),
    }));
    return { relation, use, given };
  });
}

/** The short id is the end of an entity's name; that the rest of the name fits is for whoever has the resource. */
function keyOf(ref: string): ResourceKey {
  return ref.startsWith('resource:')
    ? { shortId: ref.slice(ref.lastIndexOf('-') + 1) }
    : { id: ref };
}
