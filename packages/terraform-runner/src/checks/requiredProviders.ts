import { blocksOf } from './blocksOf';
import type { ModuleFile } from './ModuleFile';

export const DEFAULT_REGISTRY = 'registry.terraform.io';

/** Sources by local name, as one module's `required_providers` blocks bind them. */
export function requiredProviders(files: ModuleFile[]): Map<string, string> {
  const entries = files.flatMap(({ body }) =>
    blocksOf(body, 'terraform', 0).flatMap(terraform =>
      blocksOf(terraform.body, 'required_providers', 0).flatMap(required =>
        Object.entries(required.body)
          .filter(([name]) => name !== '//')
          .map(
            ([name, value]) =>
              [name, fullSource(sourceOf(name, value))] as const,
          ),
      ),
    ),
  );
  return new Map(entries);
}

/** `aws` and `hashicorp/aws` in full: with namespace and registry. */
export function fullSource(source: string): string {
  const parts = source.toLowerCase().split('/');
  if (parts.length === 1) {
    return `${DEFAULT_REGISTRY}/hashicorp/${parts[0]}`;
  }
  return parts.length === 2
    ? `${DEFAULT_REGISTRY}/${parts.join('/')}`
    : parts.join('/');
}

function sourceOf(name: string, value: unknown): string {
  const source = (value as { source?: unknown } | null)?.source;
  return typeof source === 'string' ? source : name;
}
