import { Problem, type FieldFault } from './Problem.ts';

/** The catalogue of answers that are not a success. */
export const problems = {
  invalid: (detail: string, errors?: FieldFault[]) =>
    new Problem({
      status: 400,
      code: 'validation',
      title: 'The request is not valid',
      detail,
      errors,
    }),

  invalidField: (fault: FieldFault) =>
    problems.invalid(`${fault.path}: ${fault.message}`, [fault]),

  /** Every reason looks alike: a caller learns nothing about a token. */
  unauthorized: () =>
    new Problem({
      status: 401,
      code: 'unauthorized',
      title: 'Valid credentials are needed',
      headers: { 'www-authenticate': 'Bearer' },
    }),

  forbidden: (detail: string) =>
    new Problem({
      status: 403,
      code: 'forbidden',
      title: 'Not allowed',
      detail,
    }),

  notFound: (detail: string) =>
    new Problem({ status: 404, code: 'not-found', title: 'Not found', detail }),

  conflict: (detail: string) =>
    new Problem({ status: 409, code: 'conflict', title: 'Conflict', detail }),

  unprocessable: (detail: string, errors?: FieldFault[]) =>
    new Problem({
      status: 422,
      code: 'unprocessable',
      title: 'Understood, but it cannot be done',
      detail,
      errors,
    }),

  tooManyRequests: (retryAfterSeconds: number) =>
    new Problem({
      status: 429,
      code: 'too-many-requests',
      title: 'Too many requests',
      detail: `Try again in ${retryAfterSeconds} s`,
      headers: { 'retry-after': String(retryAfterSeconds) },
    }),

  /** After deadlocks: what was asked for may well be possible soon. */
  busy: (cause?: unknown) =>
    new Problem({
      status: 503,
      code: 'busy',
      title: 'Others change the same just now',
      detail: 'Nothing was changed; try again in a few seconds',
      headers: { 'retry-after': '2' },
      cause,
    }),

  unavailable: (what: string, cause?: unknown) =>
    new Problem({
      status: 503,
      code: 'unavailable',
      title: 'A part that is needed does not answer',
      detail: `${what} does not answer now; try again in a few seconds`,
      headers: { 'retry-after': '2' },
      cause,
    }),
};
