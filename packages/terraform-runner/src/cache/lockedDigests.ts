import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { blocksOf } from '../checks/blocksOf';
import { loadParser } from '../checks/loadParser';

/** The `h1:` digests in a workspace's dependency lock file, by provider source. */
export async function lockedDigests(
  workspace: string,
): Promise<Map<string, string[]>> {
  const name = '.terraform.lock.hcl';
  // A module that needs no provider has no such file.
  const text = await readFile(join(workspace, name), 'utf8').catch(() => '');
  const parse = await loadParser();
  return new Map(
    blocksOf(await parse(name, text), 'provider', 1).map(({ labels, body }) => [
      labels[0],
      [body.hashes].flat().filter(isDigest),
    ]),
  );
}

function isDigest(hash: unknown): hash is string {
  return typeof hash === 'string' && hash.startsWith('h1:');
}
