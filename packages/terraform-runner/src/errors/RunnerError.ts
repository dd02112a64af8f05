import { Failure, FailureCode } from '../protocol';

/**
 * A failure that the portal can act on and a person can read. The message says what failed, on what, and
 * what to do next; it must not hold a secret.
 */
export class RunnerError extends Error {
  readonly code: FailureCode;
  readonly lock?: Failure['lock'];

  constructor(
    code: FailureCode,
    message: string,
    options: { cause?: unknown; lock?: Failure['lock'] } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'RunnerError';
    this.code = code;
    this.lock = options.lock;
  }
}
