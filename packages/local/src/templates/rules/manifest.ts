import { manifestSchema } from '@terrastage/plugin-resources-common';
import Ajv2020 from 'ajv/dist/2020';
import type { Finding } from '../Finding';
import { subschemas } from '../form/subschemas';
import type { YamlFile, YamlPath } from '../read/YamlFile';
import type { StaticRule } from './StaticRule';

/** As strict as the portal is when it reads one. */
const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
  validateFormats: false,
});

/** A skeleton has a manifest that the portal can read, whose type is the name of its folder. */
export const manifest: StaticRule = {
  name: 'manifest',
  check({ name, skeleton }) {
    if (!skeleton) return [];
    const { manifest: file, folder } = skeleton;
    if (!file) {
      return [
        {
          file: folder,
          message:
            'has no terrastage.yaml, which says type, version and variables',
        },
      ];
    }
    if (file.faults.length) return file.faults;
    const { data, error } = manifestSchema.safeParse(file.value);
    if (error) {
      return error.issues.map(({ path, message }) =>
        file.finding(path as YamlPath, `${path.join('.')}: ${message}`),
      );
    }
    const schemas: YamlPath[] = [
      ['variables'],
      ['name'],
      ...Object.keys(data.environments ?? {}).map(environment => [
        'environments',
        environment,
        'variables',
      ]),
      ...Object.entries(data.uses ?? {}).flatMap(([relation, use]) => [
        ['uses', relation, 'outputs', 'schema'],
        ...Object.keys(use.choices ?? {}).map(choice => [
          'uses',
          relation,
          'choices',
          choice,
          'schema',
        ]),
      ]),
    ];
    return [
      ...(data.type === name
        ? []
        : [file.finding(['type'], `must be ${name}, as its folder is`)]),
      ...(data.variables.additionalProperties === false
        ? []
        : [
            file.finding(
              ['variables'],
              'must say additionalProperties: false, so that a request cannot set what it does not name',
            ),
          ]),
      ...secretVariables(file, (data.variables.properties ?? {}) as object),
      ...schemas.flatMap(path => schemaFault(file, path)),
      ...[['name'], ['variables']].flatMap(path =>
        unexplainedPatterns(file, path),
      ),
    ];
  },
};

function secretVariables(file: YamlFile, properties: object): Finding[] {
  return Object.keys(properties)
    .filter(name => /password|secret|key_name|public_key/.test(name))
    .map(name =>
      file.finding(
        ['variables', 'properties', name],
        `${name} would be a secret in a form and in the state: let AWS make it`,
      ),
    );
}

function schemaFault(file: YamlFile, path: YamlPath): Finding[] {
  const schema = valueAt(file, path);
  if (schema === undefined) return [];
  try {
    ajv.compile(schema as object);
    return [];
  } catch (error) {
    return [
      file.finding(
        path,
        `${path.join('.')} is not JSON Schema (2020-12): ${
          (error as Error).message
        }`,
      ),
    ];
  } finally {
    ajv.removeSchema(schema as object);
  }
}

/** A refusal says the description in place of the pattern. Those of a condition refuse nothing. */
function unexplainedPatterns(file: YamlFile, at: YamlPath): Finding[] {
  return subschemas(valueAt(file, at), at)
    .filter(({ path }) => !path.includes('if'))
    .filter(({ schema }) => schema.pattern && !schema.description)
    .map(({ path }) =>
      file.finding(
        [...path, 'pattern'],
        'the pattern needs a description beside it: that is what a user reads',
      ),
    );
}

function valueAt(file: YamlFile, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<string, unknown> | undefined)?.[step],
    file.value,
  );
}
