import type { Manifest } from '@terrastage/plugin-resources-common';
import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../Finding';
import { manifestOf } from '../read/manifestOf';
import type { Declaration } from '../read/readModule';
import type { Skeleton } from '../read/TemplateSet';
import type { YamlFile } from '../read/YamlFile';
import type { StaticRule } from './StaticRule';

type Property = { type?: unknown; default?: unknown };

/** The manifest and `variables.tf` say the same of the variables: which there are, their types, defaults, and which are required. */
export const agreement: StaticRule = {
  name: 'agreement',
  check({ skeleton }) {
    const manifest = skeleton && manifestOf(skeleton);
    if (!skeleton?.manifest || !manifest) return [];
    return [
      ...unaccounted(skeleton, manifest),
      ...undeclared(skeleton, manifest),
      ...askedVariables(skeleton.module.variables, manifest, skeleton.manifest),
      ...filledVariables(
        skeleton.module.variables,
        manifest,
        skeleton.manifest,
      ),
    ];
  },
};

function propertiesOf(manifest: Manifest): Record<string, Property> {
  return (manifest.variables.properties ?? {}) as Record<string, Property>;
}

function filledBy(manifest: Manifest): { relation: string; name: string }[] {
  return Object.entries(manifest.uses ?? {}).flatMap(([relation, use]) =>
    Object.keys(use.variables).map(name => ({ relation, name })),
  );
}

function unaccounted({ folder, module }: Skeleton, manifest: Manifest) {
  const known = [
    ...Object.keys(propertiesOf(manifest)),
    ...filledBy(manifest).map(({ name }) => name),
  ];
  return module.variables
    .filter(({ name }) => !known.includes(name))
    .map(({ name, file, line }) => ({
      file: `${folder}/${file}`,
      line,
      message: `terrastage.yaml says nothing of the variable ${name}: neither a request nor another resource can fill it`,
    }));
}

function undeclared({ manifest: file, module }: Skeleton, manifest: Manifest) {
  const declared = module.variables.map(({ name }) => name);
  return [
    ...Object.keys(propertiesOf(manifest)).map(name => ({
      name,
      path: ['variables', 'properties', name],
    })),
    ...filledBy(manifest).map(({ relation, name }) => ({
      name,
      path: ['uses', relation, 'variables', name],
    })),
  ]
    .filter(({ name }) => !declared.includes(name))
    .map(({ name, path }) =>
      file!.finding(path, `the module has no variable ${name}`),
    );
}

function askedVariables(
  variables: Declaration[],
  manifest: Manifest,
  file: YamlFile,
): Finding[] {
  const properties = propertiesOf(manifest);
  const required = (manifest.variables.required ?? []) as string[];
  return variables
    .filter(({ name }) => name in properties)
    .flatMap(({ name, attributes }) => {
      const path = ['variables', 'properties', name];
      const optional = 'default' in attributes;
      const own = attributes.default ?? null;
      const said = properties[name].default ?? null;
      return [
        ...(optional === required.includes(name)
          ? [
              file.finding(
                path,
                optional
                  ? `${name} is required here, but has a default in the module`
                  : `${name} has no default in the module, so it must be listed under required`,
              ),
            ]
          : []),
        ...(isDeepStrictEqual(own, said)
          ? []
          : [
              file.finding(
                [...path, 'default'],
                `the default of ${name} is ${JSON.stringify(
                  said,
                )} here and ${JSON.stringify(own)} in the module`,
              ),
            ]),
        ...typeFault(name, attributes.type, properties[name].type).map(
          message => file.finding([...path, 'type'], message),
        ),
      ];
    });
}

const JSON_TYPES: Record<string, string[]> = {
  string: ['string'],
  number: ['number', 'integer'],
  bool: ['boolean'],
  list: ['array'],
  set: ['array'],
  tuple: ['array'],
  map: ['object'],
  object: ['object'],
};

function typeFault(name: string, inModule: unknown, said: unknown): string[] {
  const [, type] = /^(?:\$\{)?([a-z]+)/.exec(String(inModule)) ?? [];
  const allowed = JSON_TYPES[type];
  return !allowed || typeof said !== 'string' || allowed.includes(said)
    ? []
    : [`${name} is of the type ${said} here and ${type} in the module`];
}

function filledVariables(
  variables: Declaration[],
  manifest: Manifest,
  file: YamlFile,
): Finding[] {
  return filledBy(manifest)
    .filter(({ relation }) => !manifest.uses?.[relation].required)
    .filter(({ name }) =>
      variables.some(
        variable =>
          variable.name === name && !('default' in variable.attributes),
      ),
    )
    .map(({ relation, name }) =>
      file.finding(
        ['uses', relation, 'variables', name],
        `the relation ${relation} may be left out, but ${name} has no default in the module`,
      ),
    );
}
