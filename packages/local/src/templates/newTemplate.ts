import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LocalError } from '../progress/LocalError';
import { packageRoot } from '../system/paths';
import { addToNavigation } from './addToNavigation';

const BLUEPRINT = join(packageRoot, 'blueprints', 'terraform');

/** As the manifest has it for types. */
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Lays down a template, its skeleton and its documentation, which work and pass all checks as they are.
 *
 * @returns the files written, relative to the repository
 * @throws LocalError for a name that is none or is taken; nothing is written then
 */
export async function newTemplate(
  root: string,
  name: string,
): Promise<string[]> {
  if (!NAME.test(name) || name.length < 2 || name.length > 40) {
    throw new LocalError(
      `${JSON.stringify(name)} is not a name for a template`,
      'A name has 2 to 40 lower-case letters and digits, in words with a hyphen between them: message-queue.',
    );
  }
  const sources = await filesIn(BLUEPRINT);
  const files = sources.map(source => ({
    source,
    path: source.replaceAll('__name__', name),
  }));
  const taken = [
    `templates/${name}`,
    `skeletons/terraform/${name}`,
    `catalog/docs/resources/${name}.md`,
  ].filter(path => existsSync(join(root, path)));
  if (taken.length) {
    throw new LocalError(
      `There is ${taken.join(' and ')} already`,
      'Choose another name; to begin anew, remove what is there first.',
    );
  }
  for (const { source, path } of files) {
    const content = await readFile(join(BLUEPRINT, source), 'utf8');
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(
      join(root, path),
      content
        .replaceAll('__name__', name)
        .replaceAll('__title__', titleOf(name)),
    );
  }
  const navigation = await addToNavigation(
    root,
    titleOf(name),
    `resources/${name}.md`,
  );
  return [...files.map(({ path }) => path), ...navigation];
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** `message-queue` is "Message queue". */
function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words[0].toUpperCase() + words.slice(1);
}
