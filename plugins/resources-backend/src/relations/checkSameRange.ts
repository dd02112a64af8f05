import { InputError } from '@backstage/errors';
import type { Manifest } from '@terrastage/plugin-resources-common';
import type { JsonValue } from '@terrastage/terraform-runner/protocol';
import type { ResourceRecord } from '../inventory/ResourceRecord';

/**
 * AWS makes another network for another range, and what stands in the old one would go with it.
 *
 * @throws InputError naming the variable.
 */
export function checkSameRange(
  { networkRange }: Pick<ResourceRecord, 'networkRange'>,
  manifest: Pick<Manifest, 'networkRange'>,
  variables: Record<string, JsonValue>,
): void {
  const name = manifest.networkRange;
  if (
    name !== undefined &&
    networkRange !== undefined &&
    variables[name] !== networkRange
  ) {
    throw new InputError(
      `variables.${name}: is ${networkRange} and cannot be changed; make another network`,
    );
  }
}
