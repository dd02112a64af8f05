import type { BundleFile } from '../ModuleFile';
import type { Problem } from '../Problem';

const REASONS: { pattern: RegExp; reason: string }[] = [
  {
    pattern: /(^|\/)\.terraform(\/|$)/i,
    reason: 'A ".terraform" folder may hold other providers and modules',
  },
  {
    pattern: /(^|\/)[^/]*\.tfstate(\.[^/]*)?$/i,
    reason: 'State belongs into the state bucket',
  },
  {
    pattern: /\.tfvars(\.json)?$/i,
    reason: 'Values come from the form, not from a file',
  },
  {
    pattern: /(^|\/)([^/]*_)?override\.tf(\.json)?$/i,
    reason: 'An override file could change what was checked',
  },
  {
    pattern: /\.tofu(\.json)?$/i,
    reason:
      'OpenTofu prefers a ".tofu" file to the ".tf" file of the same name, so it would go unchecked',
  },
  {
    pattern: /^(backend|terrastage|terrastage_override|imports)\.tf(\.json)?$/i,
    reason: 'The runner writes a file of this name itself',
  },
  {
    pattern: /(^|\/)(\.terraformrc|terraform\.rc|\.terraform\.d)(\/|$)/i,
    reason: 'Settings of the command line belong to the platform',
  },
];

/** Files that would change what Terraform does behind the runner's back. */
export function reservedFiles(files: readonly BundleFile[]): Problem[] {
  return files.flatMap(({ path }) =>
    REASONS.filter(({ pattern }) => pattern.test(path))
      .slice(0, 1)
      .map(({ reason }) => ({
        file: path,
        message: `${reason}: take the file out of the module`,
      })),
  );
}
