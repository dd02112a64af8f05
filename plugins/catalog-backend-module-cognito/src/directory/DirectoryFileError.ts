import { CustomErrorBase } from '@backstage/errors';
import type { Place } from './Directory';

export type FileProblem = {
  place: Place;
  /** For example spec.profile.email. */
  field?: string;
  message: string;
};

/** The files of users and groups are not fit to act upon; nothing was changed. */
export class DirectoryFileError extends CustomErrorBase {
  name = 'DirectoryFileError' as const;
  readonly problems: FileProblem[];

  constructor(problems: FileProblem[], cause?: Error) {
    const lines = problems.map(problemLine);
    super(
      `The users files are not usable, nothing was changed:\n${lines.join(
        '\n',
      )}`,
      cause,
    );
    this.problems = problems;
  }
}

/** file:line:column, as editors and terminals make links of. */
export function problemLine({ place, field, message }: FileProblem): string {
  const where = `${place.file}:${place.line}:${place.column}`;
  return field ? `${where} ${field}: ${message}` : `${where} ${message}`;
}
