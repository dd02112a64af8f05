/** Keywords of JSON Schema (draft-07) whose value is a schema. */
export const SCHEMA = new Set([
  'additionalItems',
  'additionalProperties',
  'contains',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
]);

/** Those whose value is a list of schemas. */
export const SCHEMA_LIST = new Set(['allOf', 'anyOf', 'items', 'oneOf']);

/** Those whose value is a map of schemas. */
export const SCHEMA_MAP = new Set([
  '$defs',
  'definitions',
  'dependencies',
  'patternProperties',
  'properties',
]);

const OTHERS = new Set([
  '$comment',
  '$id',
  '$ref',
  '$schema',
  'const',
  'contentEncoding',
  'contentMediaType',
  'default',
  'description',
  'enum',
  'examples',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'format',
  'maxItems',
  'maxLength',
  'maxProperties',
  'maximum',
  'minItems',
  'minLength',
  'minProperties',
  'minimum',
  'multipleOf',
  'pattern',
  'readOnly',
  'required',
  'title',
  'type',
  'uniqueItems',
  'writeOnly',
  // Of forms: names of choices, and messages in words (ajv-errors).
  'enumNames',
  'errorMessage',
]);

/** What a form may say: JSON Schema, and what tells how a field looks (`ui:…`, `backstage:…`). */
export function isKeyword(name: string): boolean {
  return (
    OTHERS.has(name) ||
    SCHEMA.has(name) ||
    SCHEMA_LIST.has(name) ||
    SCHEMA_MAP.has(name) ||
    /^(ui|backstage):/.test(name)
  );
}
