import type { Manifest } from '@terrastage/plugin-resources-common';

/** The variables that a relation fills from the outputs of another resource, as the server does it. */
export function fillFrom(
  manifest: Manifest,
  relation: string,
  outputs: Record<string, unknown>,
): Record<string, unknown> {
  const use = manifest.uses?.[relation];
  if (!use) {
    throw new Error(`${manifest.type} has no relation ${relation}`);
  }
  return Object.fromEntries(
    Object.entries(use.variables).map(([variable, output]) => [
      variable,
      use.many ? [outputs[output]] : outputs[output],
    ]),
  );
}
