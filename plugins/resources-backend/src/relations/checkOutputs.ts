import type { ManifestUse } from '@terrastage/plugin-resources-common';
import { InputError } from '@backstage/errors';
import { schemaFaults } from '../bundles/schemaFaults';
import type { ResourceRecord } from '../inventory/ResourceRecord';
import { visibleOutputs } from './visibleOutputs';

/** @throws InputError with the manifest's words when the resource is not what the relation asks for. */
export function checkOutputs(
  { outputs }: ManifestUse,
  resource: ResourceRecord,
  path: string,
): void {
  if (
    outputs &&
    schemaFaults(outputs.schema, visibleOutputs(resource), path).length > 0
  ) {
    throw new InputError(
      `${path}: ${resource.type} '${resource.name}': ${outputs.message}`,
    );
  }
}
