import type { AttributePath } from './attributePath';
import type { ConfiguredModule } from './shownPlan';

/** An index such as `[0]` or `["a"]` in an address. */
const INDEX = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g;

/** Expressions by attribute, as Terraform shows them. */
export type ConfiguredAttributes = Readonly<Record<string, unknown>>;

/** Tells which attributes of a resource stand in the module's files, by the resource's address. */
export function configuredAttributes(
  root: ConfiguredModule | undefined,
): (address: string) => ConfiguredAttributes {
  const found = new Map<string, ConfiguredAttributes>();
  collect(root, '', found);
  return address => found.get(address.replace(INDEX, '')) ?? {};
}

function collect(
  module: ConfiguredModule | undefined,
  prefix: string,
  found: Map<string, ConfiguredAttributes>,
): void {
  for (const resource of module?.resources ?? []) {
    found.set(prefix + resource.address, resource.expressions);
  }
  for (const [name, call] of Object.entries(module?.module_calls ?? {})) {
    collect(call.module, `${prefix}module.${name}.`, found);
  }
}

/**
 * Variables that the expression of an attribute names, however deep in a block it stands. A block of which there can
 * be one alone may be shown without its index.
 *
 * @returns undefined when the module's files don't have the attribute
 */
export function inputsAt(
  attributes: ConfiguredAttributes,
  [first, ...rest]: AttributePath,
): string[] | undefined {
  if (!Object.hasOwn(attributes, first)) {
    return undefined;
  }
  let expression = attributes[first];
  for (const part of rest) {
    if (isExpression(expression)) break;
    const inner = (expression as Record<string, unknown> | undefined)?.[part];
    expression = typeof part === 'number' && !inner ? expression : inner;
  }
  const references: string[] = [];
  JSON.stringify(expression ?? null, (key, value) => {
    if (key === 'references' && Array.isArray(value)) {
      references.push(...value.map(String));
    }
    return value;
  });
  const variables = references
    .filter(reference => reference.startsWith('var.'))
    .map(reference => reference.split('.')[1].replace(INDEX, ''));
  return [...new Set(variables)].sort();
}

function isExpression(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    ('references' in value || 'constant_value' in value)
  );
}
