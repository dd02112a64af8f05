import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { open, type Entry, type ZipFile } from 'yauzl';

/**
 * Unpacks one file of a zip archive.
 *
 * @throws Error when the archive is damaged or has no such file
 */
export async function extractFile(
  archive: string,
  name: string,
  target: string,
): Promise<void> {
  const zip = await openArchive(archive);
  try {
    const entry = await findEntry(zip, name);
    if (!entry) throw new Error(`${archive} has no file ${name}`);
    const content = await new Promise<NodeJS.ReadableStream>(
      (resolve, reject) =>
        zip.openReadStream(entry, (error, stream) =>
          error ? reject(error) : resolve(stream),
        ),
    );
    await pipeline(content, createWriteStream(target));
  } finally {
    zip.close();
  }
}

function openArchive(archive: string): Promise<ZipFile> {
  return new Promise((resolve, reject) =>
    open(archive, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    ),
  );
}

function findEntry(zip: ZipFile, name: string): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      if (entry.fileName === name) resolve(entry);
      else zip.readEntry();
    });
    zip.once('end', () => resolve(undefined));
    zip.once('error', reject);
    zip.readEntry();
  });
}
