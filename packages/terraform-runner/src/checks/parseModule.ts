import { posix } from 'node:path';
import type { BundleFile, ModuleFile } from './ModuleFile';
import { duplicateKey } from './duplicateKey';
import { loadParser } from './loadParser';
import type { Problem } from './Problem';

export type ParsedBundle = { files: ModuleFile[]; problems: Problem[] };

/** Reads all Terraform files of a bundle, in all folders. */
export async function parseModule(
  bundle: readonly BundleFile[],
): Promise<ParsedBundle> {
  const problems: Problem[] = [];
  const files: ModuleFile[] = [];
  for (const { path, content } of bundle.filter(isTerraformFile)) {
    const folder = posix.dirname(path);
    try {
      // Bytes that are no text could mean one thing here and another to Terraform.
      const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
      const body = await parseText(path, text);
      files.push({ path, folder: folder === '.' ? '' : folder, text, body });
    } catch (error) {
      problems.push({
        file: path,
        line: lineIn(error),
        message: `The file cannot be read: ${(error as Error).message}`,
      });
    }
  }
  return { files, problems };
}

export function isTerraformFile(file: BundleFile): boolean {
  return /\.tf(\.json)?$/.test(file.path);
}

async function parseText(path: string, text: string): Promise<unknown> {
  if (path.endsWith('.json')) {
    const body = JSON.parse(text);
    const key = duplicateKey(text);
    if (key !== undefined) {
      throw new Error(`the key ${JSON.stringify(key)} stands there twice`);
    }
    return body;
  }
  const parse = await loadParser();
  return parse(path, text);
}

/** The parser's messages begin with `file:line,column-column:`. */
function lineIn(error: unknown): number | undefined {
  const line = /:(\d+),\d+/.exec((error as Error).message)?.[1];
  return line === undefined ? undefined : Number(line);
}
