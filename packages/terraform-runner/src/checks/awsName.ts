import type { ModuleFile } from './ModuleFile';
import { fullSource, requiredProviders } from './requiredProviders';

export const AWS_SOURCE = fullSource('aws');

/** The local name of the AWS provider in one module. */
export function awsName(module: ModuleFile[]): string {
  const bound = [...requiredProviders(module)].find(
    ([, source]) => source === AWS_SOURCE,
  );
  return bound?.[0] ?? 'aws';
}
