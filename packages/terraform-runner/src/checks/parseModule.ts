import { posix } from 'node:path';
import type { BundleFile, ModuleFile } from './ModuleFile';
import type { Problem } from './Problem';

export type ParsedBundle = { files: ModuleFile[]; problems: Problem[] };

/** Reads all Terraform files of a bundle, in all folders. */
export async function parseModule(
  bundle: readonly BundleFile[],
): Promise<ParsedBundle> {
  const problems: Problem[] = [];
  const files: ModuleFile[] = [];
  for (const { path, content } of bundle.filter(isTerraformFile)) {
    const text = content.toString('utf8');
    const folder = posix.dirname(path);
    try {
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
    return JSON.parse(text);
  }
  // Loaded on first use: the parser is a WebAssembly program that takes 0.2 s to start.
  const { parse } = await import('@cdktf/hcl2json');
  return parse(path, text);
}

/** The parser's messages begin with `file:line,column-column:`. */
function lineIn(error: unknown): number | undefined {
  const line = /:(\d+),\d+/.exec((error as Error).message)?.[1];
  return line === undefined ? undefined : Number(line);
}
