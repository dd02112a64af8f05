import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';

const FILE = 'catalog/mkdocs.yml';
const SECTION = 'Templates';

/**
 * Adds a page to the templates in the navigation of the documentation, if there is one.
 *
 * @returns the files written, relative to the repository
 */
export async function addToNavigation(
  root: string,
  title: string,
  page: string,
): Promise<string[]> {
  const file = join(root, FILE);
  if (!existsSync(file)) return [];
  const document = parseDocument(await readFile(file, 'utf8'));
  const navigation = document.get('nav');
  if (!isSeq(navigation)) return [];
  const section = navigation.items
    .filter(isMap)
    .map(item => item.get(SECTION))
    .find(isSeq);
  if (!section) return [];
  section.add(document.createNode({ [title]: page }));
  await writeFile(file, document.toString({ lineWidth: 0 }));
  return [FILE];
}
