import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { Manifest } from '@terrastage/plugin-resources-common';
import { parse } from 'yaml';
import { readManifest } from '../bundle/readManifest';

const ROOT = resolvePackagePath(
  '@terrastage/plugin-scaffolder-backend-module-terraform',
  '../..',
);

/** Folder of the skeletons that this repository ships. */
export const SKELETONS = resolve(ROOT, 'skeletons/terraform');

/** A file of this repository. */
export function shippedFile(path: string): string {
  return readFileSync(resolve(ROOT, path), 'utf8');
}

/** A file of this repository that is YAML. */
export function shippedYaml<T>(path: string): T {
  return parse(shippedFile(path));
}

/** A template of this repository. */
export function shippedTemplate(name: string): TemplateEntityV1beta3 {
  return shippedYaml(`templates/${name}/template.yaml`);
}

/** The manifest of a skeleton of this repository. */
export function shippedManifest(name: string): Manifest {
  const path = 'terrastage.yaml';
  const content = readFileSync(resolve(SKELETONS, name, path));
  return readManifest([{ path, content }], 'skeleton');
}
