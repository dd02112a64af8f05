import type { ResourceRecord } from '../inventory/ResourceRecord';

/** Outputs by name; sensitive ones have no value and are left out. */
export function visibleOutputs(
  resource: Pick<ResourceRecord, 'outputs'>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(resource.outputs).flatMap(([name, { value }]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
