const FOLDERS = new Set(['.terraform', '.git']);
const TOP_FOLDERS = new Set(['samples', 'docs']);

/**
 * What lies beside a module without being part of it: Terraform's working folder, samples, documentation, and
 * states of somebody's own tries, which may hold secrets.
 *
 * @param path - relative to the module's folder, with `/`; of a file or a folder.
 */
export function isIgnored(path: string): boolean {
  const segments = path.split('/');
  const name = segments[segments.length - 1];
  return (
    segments.some(segment => FOLDERS.has(segment)) ||
    TOP_FOLDERS.has(segments[0]) ||
    /\.tfstate(\..*)?$/.test(name) ||
    /\.md$/i.test(name)
  );
}
