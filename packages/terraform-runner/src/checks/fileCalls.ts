import { LITERAL, staysInside } from './literalPath';

/** Functions that read files, by the number of their arguments that say which. */
const ARGUMENTS: Record<string, number> = {
  file: 1,
  filebase64: 1,
  filebase64sha256: 1,
  filebase64sha512: 1,
  fileexists: 1,
  filemd5: 1,
  fileset: 2,
  filesha1: 1,
  filesha256: 1,
  filesha512: 1,
  templatefile: 1,
};

const GAP = String.raw`(?:\s|/\*[\s\S]*?\*/|(?:#|//)[^\n]*\n)*`;

const CALL = new RegExp(
  String.raw`(?<![\w.])(${[...Object.keys(ARGUMENTS), 'templatestring'].join(
    '|',
  )})${GAP}\(`,
  'g',
);

const ARGUMENT = new RegExp(`^\\s*"(${LITERAL})"\\s*(,|\\))`);

export type FileCall = {
  name: string;
  /** The paths that it reads; absent when they are not plain literals. */
  paths?: string[];
  allowed: boolean;
};

/**
 * Calls of functions that read files, in the text of an expression or a template. Allowed are only those
 * whose paths are written down and stay inside the workspace: a computed path could be a user's value.
 */
export function fileCalls(text: string): FileCall[] {
  return [...text.matchAll(CALL)].map(match => {
    const [whole, name] = match;
    const paths = literalsAt(
      text.slice(match.index + whole.length),
      ARGUMENTS[name] ?? 0,
    );
    // A template given as a value would run whatever functions a user writes into it.
    const allowed = name !== 'templatestring' && !!paths?.every(staysInside);
    return { name, paths, allowed };
  });
}

function literalsAt(text: string, count: number): string[] | undefined {
  const literals: string[] = [];
  let rest = text;
  while (literals.length < count) {
    const match = ARGUMENT.exec(rest);
    if (!match) {
      return undefined;
    }
    literals.push(match[1]);
    rest = rest.slice(match[0].length);
  }
  return literals;
}
