import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';

/** A JSON Schema of a manifest, read as strictly as the portal reads it. */
export function serverSchema(schema: object): ValidateFunction {
  return new Ajv2020({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
  }).compile(schema);
}
