import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import {
  processingResult,
  type PlaceholderResolver,
} from '@backstage/plugin-catalog-node';
import { parse } from 'yaml';

/** A name and no path: a file of the catalog must not reach elsewhere. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]*\.ya?ml$/;

/**
 * `$beside: translations.yaml` stands for the content of a YAML file in the folder of the entity's own file. Backstage's
 * `$yaml` does the same for files behind a URL alone, and not for those on the portal's disk.
 *
 * @throws InputError that names the file: the catalog then keeps the entity as it was, and shows the error on its page
 */
export const besidePlaceholder: PlaceholderResolver = async params => {
  const { key, value, baseUrl, read, resolveUrl, emit } = params;
  if (typeof value !== 'string' || !NAME.test(value)) {
    throw new InputError(
      `$${key} in ${baseUrl} is ${JSON.stringify(
        value,
      )}, and not the name of a YAML file in the same folder`,
    );
  }
  try {
    if (isAbsolute(baseUrl)) {
      return parseYaml(
        await readFile(join(dirname(baseUrl), value), { encoding: 'utf8' }),
      );
    }
    const url = resolveUrl(value, baseUrl);
    const content = await read(url);
    emit(processingResult.refresh(`url:${url}`));
    return parseYaml(content.toString('utf8'));
  } catch (error) {
    throw new InputError(
      `${value}, which ${baseUrl} names by $${key}, cannot be read`,
      error,
    );
  }
};

function parseYaml(content: string): JsonValue {
  return (parse(content) ?? null) as JsonValue;
}
