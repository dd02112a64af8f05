/** Names and positions that lead to a value inside a resource. */
export type AttributePath = (string | number)[];

/**
 * A path as people write it in Terraform: `tags["Name"]`, `rule[0].id`. An object that stands directly under
 * an attribute is a map, one inside a list is a block; the plan's JSON doesn't tell them apart in any other way.
 */
export function formatPath(path: AttributePath): string {
  return path
    .map((part, position) => {
      if (typeof part === 'number') {
        return `[${part}]`;
      }
      if (position === 0) {
        return part;
      }
      const inBlock = typeof path[position - 1] === 'number';
      return inBlock ? `.${part}` : `[${JSON.stringify(part)}]`;
    })
    .join('');
}
