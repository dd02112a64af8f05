import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LocalError } from '../../progress/LocalError';
import { readModule, type Module } from './readModule';
import { readSamples, type Sample } from './readSamples';
import { subfolders } from './subfolders';
import { YamlFile } from './YamlFile';

export type Skeleton = {
  name: string;
  /** Relative to the repository: `skeletons/terraform/<name>`. */
  folder: string;
  manifest?: YamlFile;
  module: Module;
  samples: Sample[];
};

/** What has one name: a template, a skeleton, or, as usual, both. */
export type TemplateSet = {
  root: string;
  name: string;
  template?: YamlFile;
  /** The template's texts by language. */
  translations?: YamlFile;
  skeleton?: Skeleton;
};

/** The names of all templates and skeletons of a repository. */
export function listTemplateSets(root: string): string[] {
  const names = [
    ...subfolders(join(root, 'templates')),
    ...subfolders(join(root, 'skeletons', 'terraform')),
  ];
  return [...new Set(names)].sort();
}

/**
 * The sets of these names; all of them without names.
 *
 * @throws LocalError that lists the names there are
 */
export function chooseTemplateSets(root: string, names: string[]): string[] {
  const known = listTemplateSets(root);
  const unknown = names.filter(name => !known.includes(name));
  if (unknown.length) {
    throw new LocalError(
      `There is no template or skeleton ${unknown.join(', ')}`,
      `There are: ${known.join(', ')}.`,
    );
  }
  return names.length ? known.filter(name => names.includes(name)) : known;
}

export async function readTemplateSet(
  root: string,
  name: string,
): Promise<TemplateSet> {
  return {
    root,
    name,
    template: YamlFile.read(root, `templates/${name}/template.yaml`),
    translations: YamlFile.read(root, `templates/${name}/translations.yaml`),
    skeleton: await readSkeleton(root, name),
  };
}

/** @returns undefined where there is no such skeleton */
export async function readSkeleton(
  root: string,
  name: string,
): Promise<Skeleton | undefined> {
  const folder = `skeletons/terraform/${name}`;
  if (!existsSync(join(root, folder))) return undefined;
  return {
    name,
    folder,
    manifest: YamlFile.read(root, `${folder}/terrastage.yaml`),
    module: await readModule(name, root),
    samples: readSamples(name, root),
  };
}
