import type { JsonValue } from '../protocol';
import type { ModuleFacts } from './ModuleFacts';
import { RESERVED_PREFIX } from './rules/variables';

/** What is wrong with the values for a module's variables, each with the path of the variable. */
export function checkVariables(
  values: Record<string, JsonValue>,
  facts: ModuleFacts,
): string[] {
  const unknown = Object.keys(values)
    .filter(
      name => !facts.variables.has(name) || name.startsWith(RESERVED_PREFIX),
    )
    .map(name => `variables.${name}: the module declares no such variable`);
  const missing = [...facts.variables]
    .filter(([name, { required }]) => required && !Object.hasOwn(values, name))
    .map(
      ([name, { file }]) =>
        `variables.${name}: is required (declared in ${file}) and has no value`,
    );
  return [...unknown, ...missing];
}
