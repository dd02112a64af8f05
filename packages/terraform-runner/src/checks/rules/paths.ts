import type { BundleFile } from '../ModuleFile';
import type { Problem } from '../Problem';

/** Each file must have one plain place inside the workspace. */
export function paths(files: readonly BundleFile[]): Problem[] {
  const seen = new Set<string>();
  return files.flatMap(({ path }) => {
    const reason = reasonAgainst(path, seen);
    seen.add(path.toLowerCase());
    return reason ? [{ file: JSON.stringify(path), message: reason }] : [];
  });
}

function reasonAgainst(path: string, seen: Set<string>): string | undefined {
  if (/\p{Cc}/u.test(path)) {
    return 'The path holds a control character';
  }
  if (path.includes('\\')) {
    return 'The path holds a backslash; folders are parted by "/"';
  }
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) {
    return 'The path is absolute; it must be relative to the module';
  }
  const segments = path.split('/');
  if (segments.includes('..')) {
    return 'The path leaves the module by ".."';
  }
  if (segments.includes('.') || segments.includes('')) {
    return 'The path has an empty or "." segment';
  }
  // Compared without case: some file systems would let the second one overwrite the first.
  const parents = segments.slice(1).map((_, index) =>
    segments
      .slice(0, index + 1)
      .join('/')
      .toLowerCase(),
  );
  if (
    seen.has(path.toLowerCase()) ||
    parents.some(parent => seen.has(parent)) ||
    [...seen].some(other => other.startsWith(`${path.toLowerCase()}/`))
  ) {
    return 'Another file has the same path';
  }
  return undefined;
}
