type Schema = Record<string, unknown>;

/** Where in a page a text stands: `['properties', 'name', 'title']`. */
export type TextPath = (string | number)[];

/** What to show instead of a text. */
export type ChangeText = (text: string, path: TextPath) => string;

/** Keywords whose value people read. */
const TEXTS = new Set([
  'title',
  'description',
  'ui:title',
  'ui:description',
  'ui:help',
  'ui:placeholder',
]);

/** Those whose values are all texts, however deep: a list of names, messages by keyword. */
const TREES_OF_TEXTS = new Set(['enumNames', 'ui:enumNames', 'errorMessage']);

/** Those of `ui:options`; its other keys are a field's own business. */
const OPTIONS = new Set(['title', 'description', 'help', 'placeholder']);
const TREES_OF_OPTIONS = new Set(['labels', 'enumNames']);

/** Maps whose keys are names of fields and not keywords: a field may be called `title`. */
const MAPS = new Set([
  '$defs',
  'definitions',
  'dependencies',
  'patternProperties',
  'properties',
]);

/** Values for machines, in which nothing is a keyword. */
const DATA = new Set(['const', 'default', 'enum', 'examples', 'required']);

/** A page of a form (JSON Schema with `ui:` hints) with each text that people read changed. Pure. */
export function mapFormTexts(
  schema: Record<string, unknown>,
  change: ChangeText,
  path: TextPath = [],
): Record<string, unknown> {
  return mapEntries(schema, path, (value, at, key) => {
    if (DATA.has(key)) {
      return value;
    }
    if (key === 'ui:options' && isSchema(value)) {
      return mapOptions(value, change, at);
    }
    if (TREES_OF_TEXTS.has(key)) {
      return mapStrings(value, change, at);
    }
    if (MAPS.has(key) && isSchema(value)) {
      return mapEntries(value, at, (one, inner) =>
        isSchema(one) ? mapFormTexts(one, change, inner) : one,
      );
    }
    if (typeof value === 'string') {
      return TEXTS.has(key) ? change(value, at) : value;
    }
    if (Array.isArray(value)) {
      return value.map((one, index) =>
        isSchema(one) ? mapFormTexts(one, change, [...at, index]) : one,
      );
    }
    return isSchema(value) ? mapFormTexts(value, change, at) : value;
  });
}

function mapOptions(options: Schema, change: ChangeText, path: TextPath) {
  return mapEntries(options, path, (value, at, key) => {
    if (TREES_OF_OPTIONS.has(key)) {
      return mapStrings(value, change, at);
    }
    return OPTIONS.has(key) && typeof value === 'string'
      ? change(value, at)
      : value;
  });
}

function mapStrings(
  value: unknown,
  change: ChangeText,
  path: TextPath,
): unknown {
  if (typeof value === 'string') {
    return change(value, path);
  }
  if (Array.isArray(value)) {
    return value.map((one, index) => mapStrings(one, change, [...path, index]));
  }
  return isSchema(value)
    ? mapEntries(value, path, (one, at) => mapStrings(one, change, at))
    : value;
}

function mapEntries(
  value: Schema,
  path: TextPath,
  map: (value: unknown, path: TextPath, key: string) => unknown,
): Schema {
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      map(one, [...path, key], key),
    ]),
  );
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
