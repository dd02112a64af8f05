import { CustomErrorBase } from '@backstage/errors';

/** A run came to another end than it was started for. */
export class RunFailedError extends CustomErrorBase {
  name = 'RunFailedError' as const;
}
