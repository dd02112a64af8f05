import { InputError } from '@backstage/errors';
import type {
  CreateResourceRequest,
  Manifest,
} from '@terrastage/plugin-resources-common';
import { schemaFaults } from '../bundles/schemaFaults';
import type { ResourcesConfig } from '../config/ResourcesConfig';

/**
 * What the request alone shows of an adoption.
 *
 * @param variables - of the request, with defaults
 * @throws InputError naming the field.
 */
export function checkAdoptable(
  { adopt, type }: Pick<CreateResourceRequest, 'adopt' | 'type'>,
  manifest: Manifest,
  variables: CreateResourceRequest['variables'],
  config: Pick<ResourcesConfig, 'environments'>,
): void {
  if (!adopt) {
    return;
  }
  const rules = manifest.adopt;
  if (!rules) {
    throw new InputError(
      `adopt: the template of '${type}' takes nothing under management that stands already`,
    );
  }
  const faults = schemaFaults(rules.id, adopt.id, 'adopt.id');
  if (faults.length > 0) {
    throw new InputError(`The request is not valid: ${faults.join('; ')}`);
  }
  const { variable } = rules;
  if (variable && variables[variable] !== adopt.id) {
    throw new InputError(
      `variables.${variable}: must be '${adopt.id}', the ${rules.title} of what is adopted`,
    );
  }
  const ofPlatform = Object.values(config.environments).some(
    ({ stateBucket }) => stateBucket === adopt.id,
  );
  if (ofPlatform) {
    throw new InputError(
      `adopt.id: '${adopt.id}' is the platform's own: the states of Terraform lie in it`,
    );
  }
}
