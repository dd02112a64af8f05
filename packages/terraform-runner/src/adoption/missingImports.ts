import type { TerraformDiagnostic } from '../terraform/messages';
import type { Imports } from '../workspace/importsFile';

/** Terraform's own summaries, and what stands in their detail: there is no field for the address. */
const MISSING: Record<string, (address: string) => string> = {
  'Cannot import non-existent remote object': address =>
    `object to "${address}"`,
  'Configuration for import target does not exist': address =>
    `import ${address} does not exist`,
};

/**
 * Addresses that cannot be imported because AWS has nothing of the kind, or the values ask for nothing there.
 *
 * @returns undefined when something else is wrong as well
 */
export function missingImports(
  errors: readonly TerraformDiagnostic[],
  imports: Imports,
): string[] | undefined {
  const found = errors.map(({ summary, detail }) =>
    Object.keys(imports).find(address =>
      detail.includes(MISSING[summary]?.(address) ?? '\0'),
    ),
  );
  const missing = found.filter(address => address !== undefined);
  return missing.length > 0 && missing.length === found.length
    ? missing
    : undefined;
}
