import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  blocksOf,
  lineOf,
  parseModule,
  type BundleFile,
  type ModuleFile,
  type Problem,
} from '@terrastage/terraform-runner/checks';
import { skeletonFolder } from './skeletonFolder';

/** A block of a root module with a label of its own, such as a variable. */
export type Declaration = {
  name: string;
  /** In the skeleton's folder. */
  file: string;
  line?: number;
  /** As the HCL parser gives them: an expression is `${…}`. */
  attributes: Record<string, unknown>;
};

export type Module = {
  /** All that a bundle of it would hold. */
  bundle: BundleFile[];
  files: ModuleFile[];
  /** What is no HCL. */
  problems: Problem[];
  variables: Declaration[];
  outputs: Declaration[];
};

/** What a skeleton declares in its Terraform files. */
export async function readModule(
  skeleton: string,
  root?: string,
): Promise<Module> {
  const bundle = readBundle(skeletonFolder(skeleton, root));
  const { files, problems } = await parseModule(bundle);
  return {
    bundle,
    files,
    problems,
    variables: declarations(files, 'variable'),
    outputs: declarations(files, 'output'),
  };
}

/** Samples and documentation are not part of a run. */
function readBundle(folder: string): BundleFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter(path => !/^samples\/|\.md$|(^|\/)\./.test(path))
    .sort()
    .map(path => ({ path, content: readFileSync(join(folder, path)) }));
}

function declarations(files: ModuleFile[], type: string): Declaration[] {
  return files
    .filter(({ folder }) => folder === '')
    .flatMap(({ path, text, body }) =>
      blocksOf(body, type, 1).map(({ labels: [name], body: attributes }) => ({
        name,
        file: path,
        line: lineOf(text, type, `"${name}"`),
        attributes,
      })),
    );
}
