import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { PortalLinks } from '@terrastage/plugin-resources-common';

const byStatus: Record<number, new (message: string) => Error> = {
  400: InputError,
  401: AuthenticationError,
  403: NotAllowedError,
  404: NotFoundError,
  409: ConflictError,
  413: InputError,
  422: ConflictError,
};

/**
 * What the portal answered, in words for the person who filled the form: its own message, and a link to what is
 * in the way.
 *
 * @param what - what was asked for, such as "The portal did not start the run".
 */
export function explainRefusal(
  what: string,
  error: unknown,
  links: PortalLinks,
): Error {
  if (!(error instanceof ResponseError)) {
    return withCause(
      new ServiceUnavailableError(
        `${what}: the resources plugin could not be reached; try again in a minute.`,
      ),
      error,
    );
  }
  const { message, runId, resourceId } = error.cause as Error & {
    runId?: unknown;
    resourceId?: unknown;
  };
  const inTheWay =
    (typeof runId === 'string' && links.run(runId)) ||
    (typeof resourceId === 'string' && links.resource(resourceId));
  const text = `${what}: ${message}${inTheWay ? ` See ${inTheWay}` : ''}`;
  const ErrorClass = byStatus[error.statusCode] ?? ServiceUnavailableError;
  return withCause(new ErrorClass(text), error);
}

/** The constructors of `@backstage/errors` would repeat the cause's message in this one's. */
function withCause(error: Error, cause: unknown): Error {
  return Object.assign(error, { cause });
}
