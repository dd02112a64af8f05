import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const GROUPS = ['packages', 'plugins'];
const SKIPPED = new Set(['node_modules', 'dist', 'dist-types', 'coverage']);

/** All generated files of the repository: path from its root to content. */
export async function snapshotFiles(
  root: string,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const visit = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name)) await visit(path);
      } else if (isGenerated(relative(root, path))) {
        found.set(relative(root, path), await readFile(path, 'utf8'));
      }
    }
  };
  for (const group of GROUPS) await visit(join(root, group));
  return found;
}

function isGenerated(path: string): boolean {
  return (
    path.split(sep).includes('generated') || /report.*\.api\.md$/.test(path)
  );
}
