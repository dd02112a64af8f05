import { InputError } from '@backstage/errors';
import {
  manifestSchema,
  type Manifest,
} from '@terrastage/plugin-resources-common';
import { parse as parseYaml } from 'yaml';
import { checkJson } from '../http/checkJson';
import { parse } from '../http/parse';

const MAX_BYTES = 128 * 1024;

/** @throws InputError that names `terrastage.yaml` and the field. */
export function readManifest(bytes: Buffer): Manifest {
  if (bytes.length > MAX_BYTES) {
    throw new InputError(`terrastage.yaml is larger than ${MAX_BYTES} bytes`);
  }
  let value: unknown;
  try {
    // An alias may be used a few times; making much of little by them is refused.
    value = parseYaml(bytes.toString('utf8'), { maxAliasCount: 50 });
  } catch (error) {
    throw new InputError('terrastage.yaml is not YAML', error);
  }
  checkJson(value);
  const manifest = parse(manifestSchema, value, 'terrastage.yaml');
  if (
    manifest.variables.type !== 'object' ||
    manifest.variables.additionalProperties !== false
  ) {
    throw new InputError(
      'terrastage.yaml: variables: must be a JSON Schema of `type: object` with `additionalProperties: false`',
    );
  }
  return manifest;
}
