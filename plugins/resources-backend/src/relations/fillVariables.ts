import type { ManifestUse } from '@terrastage/plugin-resources-common';
import type { JsonValue } from '@terrastage/terraform-runner/protocol';
import { ResourceConflictError } from '../http/ResourceConflictError';
import type { NamedResource } from './resolveUses';

/**
 * The variables that a relation fills, from the outputs of what it names: one value, or a list where it may name
 * several. A relation that names none fills nothing.
 *
 * @throws ResourceConflictError when a resource lacks an output, which its next apply may bring.
 */
export function fillVariables(
  use: ManifestUse,
  resources: readonly NamedResource[],
): Record<string, JsonValue> {
  if (resources.length === 0) {
    return {};
  }
  return Object.fromEntries(
    Object.entries(use.variables).map(([variable, output]) => {
      const values = resources.map(named => outputOf(named, output));
      return [variable, use.many ? values : values[0]];
    }),
  );
}

function outputOf({ path, resource }: NamedResource, name: string): JsonValue {
  const output = Object.hasOwn(resource.outputs, name)
    ? resource.outputs[name]
    : undefined;
  if (output?.value === undefined || output.value === null) {
    throw new ResourceConflictError(
      `${path}: ${resource.type} '${resource.name}' has no output '${name}'; it was made by another version of its template. Use another one`,
      { resourceId: resource.id },
    );
  }
  return output.value as JsonValue;
}
