import type { Config } from '@backstage/config';
import { describeIssues } from '../http/parse';
import { resourcesConfigSchema, type ResourcesConfig } from './ResourcesConfig';

/**
 * Reads `resources` once, at the start.
 *
 * @throws Error with the path of every key that is wrong, so that the portal doesn't start on half a configuration.
 */
export function readResourcesConfig(config: Config): ResourcesConfig {
  const result = resourcesConfigSchema.safeParse(
    config.getOptional('resources') ?? {},
  );
  if (!result.success) {
    throw new Error(
      `The configuration under 'resources' is not valid: ${describeIssues(
        result.error,
      )}`,
    );
  }
  return result.data;
}
