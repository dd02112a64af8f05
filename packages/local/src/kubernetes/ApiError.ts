/** What the API server answers instead of an object. */
export class ApiError extends Error {
  constructor(
    readonly code: number,
    /** Kubernetes' word for it, such as `AlreadyExists`. */
    readonly reason: string,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }

  /** The body: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.32/#status-v1-meta */
  toStatus() {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: this.message,
      reason: this.reason,
      code: this.code,
    };
  }
}
