import type {
  Manifest,
  ResourceUse,
  Uses,
} from '@terrastage/plugin-resources-common';

/** What a resource is built on, as a request would say it; relations that the manifest no longer has are left out. */
export function usesOf(
  uses: readonly ResourceUse[],
  manifest: Pick<Manifest, 'uses'>,
): Uses {
  return Object.fromEntries(
    Object.entries(manifest.uses ?? {}).flatMap(([relation, { many }]) => {
      const ids = uses
        .filter(use => use.relation === relation)
        .map(({ id }) => id);
      if (ids.length === 0) {
        return [];
      }
      return [[relation, many ? ids : ids[0]]];
    }),
  );
}
