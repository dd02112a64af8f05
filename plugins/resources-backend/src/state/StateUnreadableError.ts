import { toError } from '@backstage/errors';
import type { StatePlace } from './StateBucket';

/**
 * The state bucket gave no answer or refused it. 500, not 503: the portal is there, what is behind it is not, and
 * pages tell the two apart by the status.
 */
export class StateUnreadableError extends Error {
  constructor({ stateBucket, stateKey }: StatePlace, error: unknown) {
    const cause = toError(error);
    super(
      `The state s3://${stateBucket}/${stateKey} cannot be read: ${cause.message}. Try again; if it stays, the platform team has to look at the portal's access to the bucket`,
      { cause },
    );
    this.name = 'StateUnreadableError';
  }
}
