import type { BundleFile } from './ModuleFile';
import type { ModuleFacts } from './ModuleFacts';
import type { Problem } from './Problem';
import type { Rule } from './Rule';
import { readModuleFacts } from './readModuleFacts';
import { isTerraformFile, parseModule } from './parseModule';
import { dataSources } from './rules/dataSources';
import { fileFunctions } from './rules/fileFunctions';
import { localFileAttributes } from './rules/localFileAttributes';
import { moduleSources } from './rules/moduleSources';
import { paths } from './rules/paths';
import { providerSettings } from './rules/providerSettings';
import { providers } from './rules/providers';
import { provisioners } from './rules/provisioners';
import { reservedFiles } from './rules/reservedFiles';
import { templates } from './rules/templates';
import { terraformSettings } from './rules/terraformSettings';
import { topLevelBlocks } from './rules/topLevelBlocks';
import { variables } from './rules/variables';

const RULES: Rule[] = [
  topLevelBlocks,
  terraformSettings,
  providers,
  providerSettings,
  dataSources,
  provisioners,
  moduleSources,
  fileFunctions,
  localFileAttributes,
  variables,
];

export type CheckedBundle =
  | { problems: []; facts: ModuleFacts }
  | { problems: [Problem, ...Problem[]] };

/**
 * Looks at a bundle before any of it reaches Terraform. Planning already runs what a module says, so what
 * must not happen has to be refused here.
 */
export async function checkBundle(
  bundle: readonly BundleFile[],
  options: { allowedProviders: readonly string[] },
): Promise<CheckedBundle> {
  const misplaced = [...paths(bundle), ...reservedFiles(bundle)];
  if (isNotEmpty(misplaced)) {
    return { problems: misplaced };
  }
  if (!bundle.some(file => isTerraformFile(file) && !file.path.includes('/'))) {
    const message = 'There is no Terraform file at the top of the bundle';
    return { problems: [{ file: '.', message }] };
  }
  const parsed = await parseModule(bundle);
  if (isNotEmpty(parsed.problems)) {
    return { problems: parsed.problems };
  }
  const context = {
    files: parsed.files,
    paths: new Set(bundle.map(({ path }) => path)),
    allowedProviders: options.allowedProviders,
  };
  const problems = [
    ...RULES.flatMap(rule => rule(context)),
    ...templates(parsed.files, bundle),
  ];
  return isNotEmpty(problems)
    ? { problems }
    : { problems: [], facts: readModuleFacts(parsed.files) };
}

function isNotEmpty<T>(items: T[]): items is [T, ...T[]] {
  return items.length > 0;
}
