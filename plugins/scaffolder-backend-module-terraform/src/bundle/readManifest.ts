import { InputError } from '@backstage/errors';
import {
  manifestSchema,
  type Manifest,
} from '@terrastage/plugin-resources-common';
import { parse } from 'yaml';
import type { BundleFile } from './BundleFile';

const MANIFEST = 'terrastage.yaml';

/**
 * The manifest among a bundle's files.
 *
 * @param field - the action's input that named the files, for messages.
 * @throws InputError when there is none, or it isn't one.
 */
export function readManifest(files: BundleFile[], field: string): Manifest {
  const file = files.find(({ path }) => path === MANIFEST);
  if (!file) {
    throw new InputError(
      `${field}: there is no ${MANIFEST} beside the Terraform files; it says the type, the version and the variables`,
    );
  }
  const { data, error } = manifestSchema.safeParse(parseYaml(file, field));
  if (error) {
    const { path, message } = error.issues[0];
    throw new InputError(
      `${field}: ${MANIFEST} is not a manifest: ${
        path.join('.') || 'the file'
      }: ${message}`,
      error,
    );
  }
  return data;
}

function parseYaml(file: BundleFile, field: string): unknown {
  try {
    return parse(file.content.toString('utf8'));
  } catch (error) {
    throw new InputError(`${field}: ${MANIFEST} is not YAML`, error);
  }
}
