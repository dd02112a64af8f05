/**
 * - `fenced`: 409, a higher attempt exists or the run is over
 * - `unauthorized`: 401, 403 or 404, the token is not good for this attempt (any more)
 * - `away`: no answer, 408, 429 or 5xx; worth trying again
 * - `refused`: any other status; trying again would not help
 */
export type PortalErrorKind = 'fenced' | 'unauthorized' | 'away' | 'refused';

/** The portal did not answer a request as asked. */
export class PortalError extends Error {
  readonly kind: PortalErrorKind;
  readonly status?: number;

  constructor(
    kind: PortalErrorKind,
    message: string,
    options: { status?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'PortalError';
    this.kind = kind;
    this.status = options.status;
  }

  static ofStatus(status: number, message: string): PortalError {
    return new PortalError(kindOf(status), message, { status });
  }
}

function kindOf(status: number): PortalErrorKind {
  if (status === 409) {
    return 'fenced';
  }
  if (status === 401 || status === 403 || status === 404) {
    return 'unauthorized';
  }
  return status === 408 || status === 429 || status >= 500 ? 'away' : 'refused';
}
