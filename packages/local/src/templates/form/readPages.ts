import type { YamlFile, YamlPath } from '../read/YamlFile';

type Schema = Record<string, unknown>;

export type Page = { schema: Schema; path: YamlPath };

export type Field = {
  name: string;
  schema: Schema;
  path: YamlPath;
  /** Whether the form cannot be sent without a value for it, as long as it is shown. */
  filled: boolean;
};

/** The pages of a template's form; a template may also say its only page without a list. */
export function readPages(template: YamlFile): Page[] {
  const spec = asSchema(asSchema(template.value).spec);
  const { parameters } = spec;
  if (Array.isArray(parameters)) {
    return parameters.map((page, index) => ({
      schema: asSchema(page),
      path: ['spec', 'parameters', index],
    }));
  }
  return parameters === undefined
    ? []
    : [{ schema: asSchema(parameters), path: ['spec', 'parameters'] }];
}

/** All fields of a form, also those that appear only after a choice. */
export function readFields(template: YamlFile): Field[] {
  return readPages(template).flatMap(({ schema, path }) =>
    fieldsIn(schema, path),
  );
}

export function fieldsIn(schema: Schema, path: YamlPath): Field[] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const own = Object.entries(asSchema(schema.properties)).map(
    ([name, value]) => ({
      name,
      schema: asSchema(value),
      path: [...path, 'properties', name],
      filled: required.includes(name) || 'default' in asSchema(value),
    }),
  );
  const inner = ['allOf', 'anyOf', 'oneOf'].flatMap(keyword =>
    asList(schema[keyword]).flatMap((part, index) =>
      fieldsIn(asSchema(part), [...path, keyword, index]),
    ),
  );
  const conditional = ['then', 'else']
    .filter(keyword => keyword in schema)
    .flatMap(keyword =>
      fieldsIn(asSchema(schema[keyword]), [...path, keyword]),
    );
  const dependent = Object.entries(asSchema(schema.dependencies)).flatMap(
    ([name, part]) => fieldsIn(asSchema(part), [...path, 'dependencies', name]),
  );
  return [...own, ...inner, ...conditional, ...dependent];
}

function asSchema(value: unknown): Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Schema)
    : {};
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
