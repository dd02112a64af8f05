import { InputError } from '@backstage/errors';
import Ajv2020, {
  type ErrorObject,
  type ValidateFunction,
} from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

/** One for all, since it takes long to make; it forgets each schema after its use. */
const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  // A template's author may say `required` and `properties` in different places.
  strictTypes: false,
  strictRequired: false,
});
addFormats(ajv);

/**
 * What of a value a manifest's JSON Schema does not allow, each with its path: `variables.name: must match …`.
 *
 * @throws InputError when the schema is none.
 */
export function schemaFaults(
  schema: object,
  value: unknown,
  field: string,
): string[] {
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
