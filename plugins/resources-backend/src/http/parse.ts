import { InputError } from '@backstage/errors';
import { z } from 'zod';

const MAX_ISSUES = 10;

/**
 * Checks what comes from outside.
 *
 * @throws InputError (400) whose message names the path of each field that is wrong.
 */
export function parse<S extends z.ZodType>(
  schema: S,
  input: unknown,
  what = 'The request',
): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) {
    return result.data;
  }
  throw new InputError(`${what} is not valid: ${describeIssues(result.error)}`);
}

/** `variables.tags[0]: must be …; name: …` */
export function describeIssues(error: z.ZodError): string {
  return error.issues
    .slice(0, MAX_ISSUES)
    .map(issue => {
      const path = z.core.toDotPath(issue.path);
      return path ? `${path}: ${issue.message}` : issue.message;
    })
    .join('; ');
}
