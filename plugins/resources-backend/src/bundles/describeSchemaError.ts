import type { ErrorObject } from 'ajv';

/**
 * What is wrong and where, for who fills a form: `variables.days: must be >= 1`. A pattern or a negation is told by
 * the `description` that stands beside it in the schema, since nobody reads an expression.
 *
 * @param error - of an Ajv with `verbose`
 * @param field - name of what was checked as a whole
 */
export function describeSchemaError(error: ErrorObject, field: string): string {
  return `${pathOf(error, field)}: ${reasonOf(error)}`;
}

function reasonOf({ keyword, message, params, parentSchema }: ErrorObject) {
  switch (keyword) {
    case 'required':
      return 'is required';
    case 'additionalProperties':
      return 'is not a variable of this template';
    case 'enum':
      return `must be one of ${params.allowedValues.join(', ')}`;
    case 'const':
      return `must be ${JSON.stringify(params.allowedValue)}`;
    case 'pattern':
    case 'not':
      return parentSchema?.description
        ? `breaks the rule "${parentSchema.description}"`
        : message;
    default:
      return message;
  }
}

function pathOf({ instancePath, params }: ErrorObject, field: string): string {
  const segments = instancePath
    .split('/')
    .slice(1)
    .map(segment => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  const inner = params.missingProperty ?? params.additionalProperty;
  if (typeof inner === 'string') {
    segments.push(inner);
  }
  return segments.reduce(
    (text, segment) =>
      /^\d+$/.test(segment) ? `${text}[${segment}]` : `${text}.${segment}`,
    field,
  );
}
