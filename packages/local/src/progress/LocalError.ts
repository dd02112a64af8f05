/** An error that says what to do about it. */
export class LocalError extends Error {
  constructor(
    message: string,
    readonly hint: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'LocalError';
  }
}
