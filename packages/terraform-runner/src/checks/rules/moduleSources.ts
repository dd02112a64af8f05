import { posix } from 'node:path';
import { blocksOf } from '../blocksOf';
import { lineOf } from '../lineOf';
import type { Rule, RuleContext } from '../Rule';

/** Modules come with the bundle: what is fetched during `init` is neither checked nor kept. */
export const moduleSources: Rule = ({ files, paths }) =>
  files.flatMap(({ path, folder, text, body }) =>
    blocksOf(body, 'module', 1).flatMap(({ labels: [name], body: call }) => {
      const reason = reasonAgainst(call.source, folder, paths);
      return reason
        ? [
            {
              file: path,
              line: lineOf(text, 'module', name),
              message: `Module "${name}" ${reason}`,
            },
          ]
        : [];
    }),
  );

function reasonAgainst(
  source: unknown,
  folder: string,
  paths: RuleContext['paths'],
): string | undefined {
  const isLocal =
    typeof source === 'string' &&
    /^\.\.?\//.test(source) &&
    !/[\\$%]|\/\//.test(source);
  if (!isLocal) {
    return 'must have a plain local source that begins with "./" or "../"';
  }
  const target = posix.normalize(posix.join(folder || '.', source));
  if (target.split('/')[0] === '..') {
    return 'has a source outside the bundle';
  }
  const inside = target.replace(/\/$/, '');
  const exists = [...paths].some(
    path => isTerraform(path) && folderOf(path) === inside,
  );
  return exists
    ? undefined
    : `has the source ${source}, which is not in the bundle`;
}

function isTerraform(path: string): boolean {
  return /\.tf(\.json)?$/.test(path);
}

function folderOf(path: string): string {
  return posix.dirname(path);
}
