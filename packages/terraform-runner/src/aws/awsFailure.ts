import { RunnerError } from '../errors/RunnerError';
import { errorCode } from '../errors/errorCode';
import type { FailureCode } from '../protocol';

/** Codes of Node.js and of the SDK that say that nobody answered. */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
]);

/** Whether a call failed because AWS did not answer at all. */
export function isUnreachable(error: unknown): boolean {
  return (
    AWAY.has(errorCode(error) ?? '') || (error as Error).name === 'TimeoutError'
  );
}

/**
 * A failed AWS call as a failure of the run.
 *
 * @param code - what it means unless AWS did not answer at all
 * @param what - what was tried, such as `read the state s3://…`
 */
export function awsFailure(
  code: FailureCode,
  what: string,
  error: unknown,
): RunnerError {
  const { name, message } = error as Error;
  if (isUnreachable(error)) {
    return new RunnerError(
      'unreachable',
      `AWS did not answer when the runner tried to ${what}${endpointOf(
        error,
      )}: ${message || name}. ` +
        'Nothing was changed by this step. Check that the endpoint can be reached from the runner, then try again',
      { cause: error },
    );
  }
  return new RunnerError(
    code,
    `AWS refused to ${what}: ${name}: ${message}. Check the role and the permissions of the runner`,
    { cause: error },
  );
}

/** Node.js tells the address of a refused connection. */
function endpointOf(error: unknown): string {
  const { address, port, hostname } = error as {
    address?: string;
    port?: number;
    hostname?: string;
  };
  const host = address ?? hostname;
  return host ? ` at ${host}${port ? `:${port}` : ''}` : '';
}
