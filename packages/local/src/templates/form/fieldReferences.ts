export type FieldReference = {
  name: string;
  /** Where in the value it stands. */
  path: (string | number)[];
};

export type References = {
  fields: FieldReference[];
  /** Whether the values of all fields are taken together, as in `${{ parameters }}`. */
  all: boolean;
};

const EXPRESSION = /\$\{\{([\s\S]*?)\}\}|\{%([\s\S]*?)%\}/g;
/** `parameters.name`, `parameters['name']`, and `secrets.name`, where a form puts what must not be stored. */
const FIELD =
  /\b(?:parameters|secrets)(?:\.([A-Za-z_]\w*)|\[\s*['"]([^'"]+)['"]\s*\])?/g;
const QUOTED = /(\[\s*)?'(?:[^'\\]|\\.)*'|(\[\s*)?"(?:[^"\\]|\\.)*"/g;

/** Which fields of the form the expressions in a value take. */
export function fieldReferences(
  value: unknown,
  path: (string | number)[] = [],
): References {
  if (typeof value === 'string') return inText(value, path);
  if (typeof value !== 'object' || value === null) {
    return { fields: [], all: false };
  }
  const inner = Object.entries(value).map(([key, part]) =>
    fieldReferences(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return {
    fields: inner.flatMap(({ fields }) => fields),
    all: inner.some(({ all }) => all),
  };
}

function inText(text: string, path: (string | number)[]): References {
  const found: References = { fields: [], all: false };
  for (const [, expression = '', statement = ''] of text.matchAll(EXPRESSION)) {
    // What stands in quotes is text, unless it is the name of a field in brackets.
    const code = (expression || statement).replace(
      QUOTED,
      (quoted, single, double) => (single || double ? quoted : ''),
    );
    for (const [, dotted, bracketed] of code.matchAll(FIELD)) {
      const name = dotted ?? bracketed;
      if (name === undefined) found.all = true;
      else found.fields.push({ name, path });
    }
  }
  return found;
}
