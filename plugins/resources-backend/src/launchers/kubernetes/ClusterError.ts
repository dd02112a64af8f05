import { CustomErrorBase } from '@backstage/errors';

/** What the Kubernetes API answered, or that it did not. */
export class ClusterError extends CustomErrorBase {
  name = 'ClusterError' as const;

  constructor(
    message: string,
    /** HTTP status; undefined when there was no answer. */
    readonly status: number | undefined,
    /** Milliseconds after which it says that it may be asked again. */
    readonly retryAfter?: number,
    cause?: unknown,
  ) {
    super(message, cause);
  }

  /** Whether the same may go well a little later: no answer, too many requests, or a fault of the server. */
  get passes(): boolean {
    return (
      this.status === undefined || this.status === 429 || this.status >= 500
    );
  }
}
