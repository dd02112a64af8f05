import { InputError } from '@backstage/errors';
import type {
  Manifest,
  ManifestUse,
} from '@terrastage/plugin-resources-common';
import type { JsonValue } from '@terrastage/terraform-runner/protocol';
import { schemaFaults } from '../bundles/schemaFaults';
import type { ResourceRecord } from '../inventory/ResourceRecord';
import { visibleOutputs } from './visibleOutputs';

/**
 * Holds variables that name a part of another resource, such as a subnet of a network, against what it has.
 *
 * @throws InputError naming the variable.
 */
export function checkChoices(
  { choices = {} }: ManifestUse,
  resource: ResourceRecord,
  variables: Record<string, JsonValue>,
  manifest: Pick<Manifest, 'variables'>,
): void {
  const outputs = visibleOutputs(resource);
  for (const [variable, { output, schema, message }] of Object.entries(
    choices,
  )) {
    const path = `variables.${variable}`;
    const chosen = variables[variable] ?? defaultOf(manifest, variable);
    const map = outputs[output];
    const names =
      typeof map === 'object' && map !== null ? Object.keys(map) : [];
    if (chosen !== undefined && !names.includes(String(chosen))) {
      throw new InputError(
        `${path}: ${resource.type} '${
          resource.name
        }' has no '${chosen}', only ${names.join(', ')}`,
      );
    }
    const entry = (map as Record<string, unknown>)?.[String(chosen)];
    if (
      chosen !== undefined &&
      schema &&
      schemaFaults(schema, entry, path).length > 0
    ) {
      throw new InputError(
        `${path}: '${chosen}' of ${resource.type} '${
          resource.name
        }' cannot be chosen${message ? `: ${message}` : ''}`,
      );
    }
  }
}

/** What Terraform takes where the request says nothing. */
function defaultOf({ variables }: Pick<Manifest, 'variables'>, name: string) {
  const properties = variables.properties as
    | Record<string, { default?: JsonValue }>
    | undefined;
  return properties?.[name]?.default;
}
