import { InputError } from '@backstage/errors';
import {
  environmentRules,
  type CreateResourceRequest,
  type Manifest,
  type TypeRules,
} from '@terrastage/plugin-resources-common';
import { checkText } from './checkText';
import { schemaFaults } from './schemaFaults';

const MAX_ERRORS = 10;

type Inputs = CreateResourceRequest['variables'];

/**
 * Holds a request against the manifest of its bundle: the type, the name and every variable, by the rules of the
 * environment.
 *
 * @param configured - the configuration's rules for this type in this environment
 * @returns the variables, with the manifest's and the configuration's defaults for those that the request leaves out.
 * @throws InputError whose message names the field and the rule: `variables.days: must be >= 1`.
 */
export function checkInputs(
  request: Pick<
    CreateResourceRequest,
    'type' | 'name' | 'environment' | 'variables'
  >,
  manifest: Manifest,
  configured?: TypeRules,
): Inputs {
  if (request.type !== manifest.type) {
    throw new InputError(
      `type: is '${request.type}', but the bundle's terrastage.yaml makes '${manifest.type}'`,
    );
  }
  checkText(request.variables, 'variables');
  const { defaults, schema } = environmentRules(
    manifest,
    request.environment,
    configured,
  );
  const variables = { ...defaults, ...request.variables } as Inputs;
  const errors = [
    ...schemaFaults(schema, variables, 'variables'),
    ...(manifest.name ? schemaFaults(manifest.name, request.name, 'name') : []),
  ];
  if (errors.length > 0) {
    throw new InputError(
      `The request is not valid: ${errors.slice(0, MAX_ERRORS).join('; ')}`,
    );
  }
  return variables;
}
