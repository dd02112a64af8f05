import { blocksOf } from '../blocksOf';
import { lineOf } from '../lineOf';
import type { Rule } from '../Rule';

/** Variables whose names begin so are the platform's: it passes tags and region by them. */
export const RESERVED_PREFIX = 'terrastage_';

export const variables: Rule = ({ files }) =>
  files.flatMap(({ path, folder, text, body }) =>
    blocksOf(body, 'variable', 1)
      .filter(
        ({ labels: [name] }) =>
          folder === '' && name.startsWith(RESERVED_PREFIX),
      )
      .map(({ labels: [name] }) => ({
        file: path,
        line: lineOf(text, 'variable', name),
        message: `The variable name "${name}" is reserved: names that begin with "${RESERVED_PREFIX}" belong to the platform`,
      })),
  );
