import {
  environmentRules,
  type Manifest,
} from '@terrastage/plugin-resources-common';
import { shippedRules } from './shippedRules';
import Ajv2020 from 'ajv/dist/2020';

export type Verdict = (variables: Record<string, unknown>) => string[];

/**
 * What the manifest says of variables: the paths and reasons of what it refuses. With an environment, after that
 * environment's defaults are in and by its rules too.
 */
export function compileRules(
  manifest: Manifest,
  environment?: string,
): Verdict {
  const { defaults, schema } = environment
    ? environmentRules(
        manifest,
        environment,
        shippedRules(manifest.type, environment),
      )
    : { defaults: {}, schema: manifest.variables };
  const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
  const validate = ajv.compile(schema);
  return variables =>
    validate({ ...defaults, ...variables })
      ? []
      : (validate.errors ?? []).map(
          ({ instancePath, message }) => `${instancePath} ${message}`,
        );
}
