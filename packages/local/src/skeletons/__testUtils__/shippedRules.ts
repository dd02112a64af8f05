import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  typeRulesSchema,
  type TypeRules,
} from '@terrastage/plugin-resources-common';
import { parse } from 'yaml';
import { repositoryRoot } from '../../system/paths';

/** The rules that the shipped `app-config.yaml` has for a type of resource in an environment. */
export function shippedRules(
  type: string,
  environment: string,
): TypeRules | undefined {
  const { resources } = parse(
    readFileSync(join(repositoryRoot, 'app-config.yaml'), 'utf8'),
  );
  const rules = resources.environments[environment]?.resourceTypes?.[type];
  return rules && typeRulesSchema.parse(rules);
}
