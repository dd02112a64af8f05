/** Longest name of a catalog entity, by Backstage's default rules. */
const MAX_NAME = 63;

/**
 * The catalog entity of a resource: `resource:default/<name>-<short id>`.
 *
 * The name is brought to what the catalog allows: lower-case letters, digits, `-`, `_` and `.`, a letter or
 * digit at both ends, at most 63 characters. A long name loses its end, never its short id, so that two
 * resources don't fall on one entity.
 */
export function resourceEntityRef(resource: {
  name: string;
  shortId: string;
}): string {
  const shortId = trim(clean(resource.shortId));
  const room = MAX_NAME - shortId.length - 1;
  const name = trim(trim(clean(resource.name)).slice(0, room)) || 'resource';
  return `resource:default/${name}-${shortId}`;
}

function clean(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9._-]/g, '-');
}

function trim(text: string): string {
  return text.replace(/^[^a-z0-9]+/, '').replace(/[^a-z0-9]+$/, '');
}
