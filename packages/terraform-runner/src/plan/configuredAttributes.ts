import type { ConfiguredModule } from './shownPlan';

/** An index such as `[0]` or `["a"]` in an address. */
const INDEX = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g;

/** Tells which attributes of a resource stand in the module's files, by the resource's address. */
export function configuredAttributes(
  root: ConfiguredModule | undefined,
): (address: string) => ReadonlySet<string> {
  const found = new Map<string, ReadonlySet<string>>();
  collect(root, '', found);
  return address => found.get(address.replace(INDEX, '')) ?? new Set();
}

function collect(
  module: ConfiguredModule | undefined,
  prefix: string,
  found: Map<string, ReadonlySet<string>>,
): void {
  for (const resource of module?.resources ?? []) {
    const names = new Set(Object.keys(resource.expressions));
    found.set(prefix + resource.address, names);
  }
  for (const [name, call] of Object.entries(module?.module_calls ?? {})) {
    collect(call.module, `${prefix}module.${name}.`, found);
  }
}
