import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError, ResponseError } from '@backstage/errors';
import type { ReadText } from './readDirectory';

const TIMEOUT_MS = 30_000;
const MAX_BYTES = 5 * 1024 * 1024;

/**
 * Reads files, relative to a folder, and addresses: with a reader by what
 * Backstage's `integrations` say about hosts and tokens, else as anybody.
 *
 * @throws InputError for a file above 5 MB
 */
export function createTextReader(options: {
  root: string;
  urlReader?: Pick<UrlReaderService, 'readUrl'>;
}): ReadText {
  const { root, urlReader } = options;
  return async source => {
    if (!/^https?:/.test(source)) return readLocal(resolve(root, source));
    const content = urlReader
      ? await (await urlReader.readUrl(source)).buffer()
      : await fetchPublic(source);
    refuseLarge(content.byteLength);
    return content.toString('utf8');
  };
}

async function readLocal(file: string): Promise<string> {
  refuseLarge((await stat(file)).size);
  return readFile(file, 'utf8');
}

async function fetchPublic(url: string): Promise<Buffer> {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw await ResponseError.fromResponse(response);
  return Buffer.from(await response.arrayBuffer());
}

function refuseLarge(bytes: number) {
  if (bytes > MAX_BYTES) {
    throw new InputError(
      `It has ${bytes} bytes, and ${MAX_BYTES} is the most that is read`,
    );
  }
}
