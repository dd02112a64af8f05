import Ajv from 'ajv';
import type { Finding } from '../Finding';
import { isKeyword } from '../form/keywords';
import { fieldsIn, readPages, type Page } from '../form/readPages';
import { subschemas, type Subschema } from '../form/subschemas';
import type { YamlFile } from '../read/YamlFile';
import type { StaticRule } from './StaticRule';

const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });

/** Each page of a form is valid JSON Schema (draft-07), without a keyword that nobody knows, and its defaults fit it. */
export const formSchema: StaticRule = {
  name: 'form',
  check({ template }) {
    if (!template) return [];
    return readPages(template).flatMap(page => {
      const faults = metaSchemaFaults(template, page);
      // The rest reads the schema as one.
      if (faults.length) return faults;
      const inner = subschemas(page.schema, page.path);
      return [
        ...inner.flatMap(one => unknownKeywords(template, one)),
        ...inner.flatMap(one => unreadablePatterns(template, one)),
        ...missingFields(template, page),
        ...inner.flatMap(one => uselessNames(template, one)),
        ...inner.flatMap(one => wrongDefault(template, one)),
      ];
    });
  },
};

function metaSchemaFaults(
  template: YamlFile,
  { schema, path }: Page,
): Finding[] {
  if (ajv.validateSchema(schema)) return [];
  return (ajv.errors ?? [])
    .filter(({ keyword }) => keyword !== 'anyOf')
    .map(({ instancePath, message }) =>
      template.finding(
        [...path, ...instancePath.split('/').slice(1)],
        `the form is not JSON Schema: ${instancePath} ${message}`,
      ),
    );
}

function unknownKeywords(template: YamlFile, { schema, path }: Subschema) {
  return Object.keys(schema)
    .filter(keyword => !isKeyword(keyword))
    .map(keyword =>
      template.finding(
        [...path, keyword],
        `${keyword} is no keyword of JSON Schema: the form would ignore it`,
      ),
    );
}

function unreadablePatterns(template: YamlFile, { schema, path }: Subschema) {
  if (typeof schema.pattern !== 'string') return [];
  try {
    RegExp(schema.pattern, 'u');
    return [];
  } catch (error) {
    return [
      template.finding(
        [...path, 'pattern'],
        `the pattern cannot be read: ${(error as Error).message}`,
      ),
    ];
  }
}

function missingFields(template: YamlFile, { schema, path }: Page) {
  // Some appear only after a choice.
  const declared = fieldsIn(schema, path).map(({ name }) => name);
  return ((schema.required as string[]) ?? []).flatMap((name, index) =>
    declared.includes(name)
      ? []
      : [
          template.finding(
            [...path, 'required', index],
            `${name} is required, but is no field of this page: the form could never be sent`,
          ),
        ],
  );
}

function uselessNames(template: YamlFile, { schema, path }: Subschema) {
  const { enum: values, enumNames: names } = schema;
  return Array.isArray(names) &&
    names.length !== (Array.isArray(values) ? values.length : 0)
    ? [
        template.finding(
          [...path, 'enumNames'],
          'enumNames must have one name for each value of enum',
        ),
      ]
    : [];
}

function wrongDefault(template: YamlFile, { schema, path }: Subschema) {
  if (!('default' in schema)) return [];
  try {
    if (ajv.validate(schema, schema.default)) return [];
    const why = ajv.errorsText(ajv.errors, { dataVar: 'it' });
    return [
      template.finding(
        [...path, 'default'],
        `the default does not fit: ${why}`,
      ),
    ];
  } catch {
    // The rules above say what cannot be read.
    return [];
  }
}
