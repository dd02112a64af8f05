import { blocksOf } from '../blocksOf';
import { lineOf } from '../lineOf';
import type { Rule } from '../Rule';

const FORBIDDEN = ['provisioner', 'connection'];

/** Provisioners run programs on the runner's machine, or reach from it into others. */
export const provisioners: Rule = ({ files }) =>
  files.flatMap(({ path, text, body }) =>
    [...blocksOf(body, 'resource', 2), ...blocksOf(body, 'removed', 0)].flatMap(
      block =>
        FORBIDDEN.filter(type => Object.hasOwn(block.body, type)).map(type => ({
          file: path,
          line: lineOf(text, type),
          message: `${nameOf(
            block.labels,
          )} has a "${type}" block: modules must not run programs`,
        })),
    ),
  );

function nameOf(labels: string[]): string {
  return labels.length > 0 ? labels.join('.') : 'A removed block';
}
