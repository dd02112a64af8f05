import type { TemplateParameterSchema } from '@backstage/plugin-scaffolder-react';
import type { JsonObject, JsonValue } from '@backstage/types';

/** What a resource keeps for its life. The server refuses another value. */
const FIXED = ['name', 'environment', 'owner'];

/** A template's form in which what can't change is shown, and can't be changed. Pure. */
export function fixFields(
  manifest: TemplateParameterSchema,
): TemplateParameterSchema {
  return {
    ...manifest,
    steps: manifest.steps.map(step => ({
      ...step,
      schema: fixed(step.schema),
    })),
  };
}

function fixed(schema: JsonObject): JsonObject {
  const properties = schema.properties;
  if (!isObject(properties)) {
    return schema;
  }
  return {
    ...schema,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, field]) => [
        name,
        FIXED.includes(name) && isObject(field)
          ? { ...field, 'ui:disabled': true, 'ui:autofocus': false }
          : field,
      ]),
    ),
  };
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
