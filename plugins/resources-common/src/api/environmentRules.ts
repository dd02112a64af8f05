import { InputError } from '@backstage/errors';
import type { Manifest } from './manifestSchema';

export type EnvironmentRules = {
  /** Values for variables that a request leaves out. */
  defaults: Record<string, unknown>;
  /** JSON Schema (2020-12) for the variables after the defaults are in. */
  schema: Record<string, unknown>;
};

/**
 * What a skeleton's manifest says of the variables in one environment: its rules for all environments, and
 * those of this one as well.
 *
 * @throws InputError when the manifest names its environments and this is none of them
 */
export function environmentRules(
  manifest: Manifest,
  environment: string,
): EnvironmentRules {
  if (!manifest.environments) {
    return { defaults: {}, schema: manifest.variables };
  }
  if (!Object.hasOwn(manifest.environments, environment)) {
    throw new InputError(
      `${
        manifest.title
      } is not offered in ${environment}, only in ${Object.keys(
        manifest.environments,
      ).join(', ')}`,
    );
  }
  const { defaults = {}, variables } = manifest.environments[environment];
  return {
    defaults,
    schema: variables
      ? { allOf: [manifest.variables, variables] }
      : manifest.variables,
  };
}
