import { InputError } from '@backstage/errors';
import type { Manifest } from './manifestSchema';
import { limitsSchema, type TypeRules } from './typeRules';

export type EnvironmentRules = {
  /** Values for variables that a request leaves out. */
  defaults: Record<string, unknown>;
  /** JSON Schema (2020-12) for the variables after the defaults are in. */
  schema: Record<string, unknown>;
};

/**
 * What holds for the variables in one environment: the manifest's rules for all environments, those that it has for
 * this one, and those of the configuration. Each can narrow what the others allow, none can widen it; of two defaults
 * the configuration's counts.
 *
 * @throws InputError when the manifest names its environments and this is none of them
 */
export function environmentRules(
  manifest: Manifest,
  environment: string,
  configured?: TypeRules,
): EnvironmentRules {
  const own = ownRules(manifest, environment);
  const schemas = [
    manifest.variables,
    ...(own?.variables ? [own.variables] : []),
    ...(configured && Object.keys(configured.limits).length > 0
      ? [limitsSchema(configured.limits)]
      : []),
  ];
  return {
    defaults: { ...own?.defaults, ...configured?.defaults },
    schema: schemas.length > 1 ? { allOf: schemas } : manifest.variables,
  };
}

function ownRules(manifest: Manifest, environment: string) {
  const { environments } = manifest;
  if (environments && !Object.hasOwn(environments, environment)) {
    throw new InputError(
      `${
        manifest.title
      } is not offered in ${environment}, only in ${Object.keys(
        environments,
      ).join(', ')}`,
    );
  }
  return environments?.[environment];
}
