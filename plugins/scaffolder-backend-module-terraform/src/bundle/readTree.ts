import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { BundleFile } from './BundleFile';
import { BundleLimits } from './BundleLimits';
import { isIgnored } from './isIgnored';

/**
 * All files of a Terraform module in a repository, sorted by path, without what `isIgnored` says.
 *
 * @param url - a folder, such as `https://github.com/acme/skeletons/tree/main/s3-bucket`.
 * @param field - the action's input that named the folder, for messages.
 * @throws InputError for a path that leads out of the folder, and for more than a bundle may hold.
 */
export async function readTree(
  urlReader: UrlReaderService,
  url: string,
  field: string,
): Promise<BundleFile[]> {
  const limits = new BundleLimits(field);
  const tree = await urlReader.readTree(url);
  const files: BundleFile[] = [];
  for (const file of await tree.files()) {
    if (isIgnored(file.path)) {
      continue;
    }
    assertInside(file.path, field);
    const content = await file.content();
    limits.add(content.length);
    files.push({ path: file.path, content });
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** An archive can say any path. */
function assertInside(path: string, field: string): void {
  const segments = path.split('/');
  if (
    segments.some(segment => ['', '.', '..'].includes(segment)) ||
    /[\0\\]/.test(path)
  ) {
    throw new InputError(
      `${field}: the repository holds a file at '${path}', which leads out of its folder`,
    );
  }
}
