import { createHash } from 'node:crypto';
import type { Bundle } from '../protocol';

/** `sha256:<hex>` over a bundle's canonical JSON; see {@link Bundle}. */
export function bundleDigest(bundle: Bundle): string {
  const files = bundle.files
    .map(({ path, content }) => ({ path, content }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const hash = createHash('sha256').update(JSON.stringify({ files }));
  return `sha256:${hash.digest('hex')}`;
}
