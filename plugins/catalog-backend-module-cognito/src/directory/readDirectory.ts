import { NotFoundError } from '@backstage/errors';
import { buildDirectory } from './buildDirectory';
import type { Directory } from './Directory';
import { DirectoryFileError } from './DirectoryFileError';
import { parseEntityFile } from './parseEntityFile';

/** Reads the text of a file or an address; the source as the configuration names it. */
export type ReadText = (source: string) => Promise<string>;

/**
 * Reads users and groups.
 *
 * @throws DirectoryFileError that names file, line and field of all that is wrong
 * @throws NotFoundError when a file can't be read
 */
export async function readDirectory(
  sources: string[],
  readText: ReadText,
): Promise<Directory> {
  const files = await Promise.all(
    sources.map(async source => ({
      source,
      text: await readOne(source, readText),
    })),
  );
  const parsed = files.map(({ source, text }) => parseEntityFile(source, text));
  const directory = buildDirectory(parsed);
  if (directory.users.length === 0) {
    const place = { file: sources.join(', '), line: 1, column: 1 };
    throw new DirectoryFileError([
      {
        place,
        message:
          'there is no User in it. Nobody is disabled because of an empty file',
      },
    ]);
  }
  return directory;
}

async function readOne(source: string, readText: ReadText): Promise<string> {
  try {
    return await readText(source);
  } catch (error) {
    throw new NotFoundError(
      `The users file ${source} cannot be read, nothing was changed. Check terrastage.users.files`,
      error as Error,
    );
  }
}
