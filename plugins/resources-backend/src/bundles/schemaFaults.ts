import { InputError } from '@backstage/errors';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describeSchemaError } from './describeSchemaError';

/** One for all, since it takes long to make; it forgets each schema after its use. */
const ajv = new Ajv2020({
  allErrors: true,
  // The errors then carry the schema that they break, and with it its description.
  verbose: true,
  strict: true,
  // A template's author may say `required` and `properties` in different places.
  strictTypes: false,
  strictRequired: false,
});
addFormats(ajv);

/**
 * What of a value a manifest's JSON Schema does not allow, each with its path: `variables.days: must be >= 1`.
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
  if (validate(value)) {
    return [];
  }
  // That a condition fails says nothing beyond what fails in it.
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map(error => describeSchemaError(error, field));
}
