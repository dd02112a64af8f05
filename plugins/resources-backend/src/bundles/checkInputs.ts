import { InputError } from '@backstage/errors';
import {
  environmentRules,
  type CreateResourceRequest,
  type Manifest,
} from '@terrastage/plugin-resources-common';
import Ajv2020, {
  type ErrorObject,
  type ValidateFunction,
} from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { checkText } from './checkText';

const MAX_ERRORS = 10;

/** One for all, since it takes long to make; it forgets each schema after its use. */
const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  // A template's author may say `required` and `properties` in different places.
  strictTypes: false,
  strictRequired: false,
});
addFormats(ajv);

type Inputs = CreateResourceRequest['variables'];

/**
 * Holds a request against the manifest of its bundle: the type, the name and every variable, by the rules of the
 * environment.
 *
 * @returns the variables, with the manifest's defaults for those that the request leaves out.
 * @throws InputError whose message names the field: `variables.bucket_name: must match pattern …`.
 */
export function checkInputs(
  request: Pick<
    CreateResourceRequest,
    'type' | 'name' | 'environment' | 'variables'
  >,
  manifest: Manifest,
): Inputs {
  if (request.type !== manifest.type) {
    throw new InputError(
      `type: is '${request.type}', but the bundle's terrastage.yaml makes '${manifest.type}'`,
    );
  }
  checkText(request.variables, 'variables');
  const { defaults, schema } = environmentRules(manifest, request.environment);
  const variables = { ...defaults, ...request.variables } as Inputs;
  const errors = [
    ...check(schema, variables, 'variables'),
    ...(manifest.name ? check(manifest.name, request.name, 'name') : []),
  ];
  if (errors.length > 0) {
    throw new InputError(
      `The request is not valid: ${errors.slice(0, MAX_ERRORS).join('; ')}`,
    );
  }
  return variables;
}

function check(schema: object, value: unknown, field: string): string[] {
  let validate: ValidateFunction;
  try {
    validate = ajv.compile(schema);
  } catch (error) {
    throw new InputError(
      `terrastage.yaml: ${field}: is not a JSON Schema (2020-12)`,
      error,
    );
  } finally {
    ajv.removeSchema(schema);
  }
  return validate(value)
    ? []
    : (validate.errors ?? []).map(error => describe(error, field));
}

function describe(error: ErrorObject, field: string): string {
  const segments = error.instancePath
    .split('/')
    .slice(1)
    .map(segment => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  const { missingProperty, additionalProperty, allowedValues } =
    error.params as Record<string, unknown>;
  const inner = missingProperty ?? additionalProperty;
  if (typeof inner === 'string') {
    segments.push(inner);
  }
  const path = segments.reduce(
    (text, segment) =>
      /^\d+$/.test(segment) ? `${text}[${segment}]` : `${text}.${segment}`,
    field,
  );
  if (missingProperty !== undefined) {
    return `${path}: is required`;
  }
  if (additionalProperty !== undefined) {
    return `${path}: is not a variable of this template`;
  }
  return `${path}: ${error.message}${
    Array.isArray(allowedValues) ? ` (${allowedValues.join(', ')})` : ''
  }`;
}
