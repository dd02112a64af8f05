import { fileCalls } from '../fileCalls';
import { lineOf } from '../lineOf';
import type { Rule } from '../Rule';
import { stringsIn } from '../stringsIn';

/** Functions must not read the runner's own files: its token, its credentials, another run's workspace. */
export const fileFunctions: Rule = ({ files }) =>
  files.flatMap(({ path, text, body }) =>
    stringsIn(body)
      .filter(expression => /[$%]\{/.test(expression))
      .flatMap(fileCalls)
      .filter(({ allowed }) => !allowed)
      .map(({ name }) => ({
        file: path,
        line: lineOf(text, name, '('),
        message: messageFor(name),
      })),
  );

function messageFor(name: string): string {
  return name === 'templatestring'
    ? 'templatestring() is not allowed: it would evaluate values as templates. Use templatefile() with a file of the module'
    : `${name}() may read only files of the module, by a literal path such as "\${path.module}/policy.json"`;
}
