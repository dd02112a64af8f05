import { lineOf } from '../lineOf';
import type { Rule } from '../Rule';

const ALLOWED = new Set([
  'check',
  'data',
  'ephemeral',
  'import',
  'locals',
  'module',
  'moved',
  'output',
  'provider',
  'removed',
  'resource',
  'terraform',
  'variable',
  '//',
]);

/** A list of what is known, so that a block type of a later Terraform is looked at before it is let in. */
export const topLevelBlocks: Rule = ({ files }) =>
  files.flatMap(({ path, text, body }) =>
    typesIn(body)
      .filter(type => !ALLOWED.has(type))
      .map(type => ({
        file: path,
        line: lineOf(text, type),
        message: `Blocks of the type "${type}" are not allowed`,
      })),
  );

function typesIn(body: unknown): string[] {
  if (Array.isArray(body)) {
    return body.flatMap(typesIn);
  }
  return typeof body === 'object' && body !== null ? Object.keys(body) : [];
}
