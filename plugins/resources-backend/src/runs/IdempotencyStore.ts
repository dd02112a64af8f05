export interface IdempotencyRecord {
  readonly requestedBy: string;
  /** What the caller sent as `Idempotency-Key`. */
  readonly key: string;
  /** SHA-256 over what was asked for, hex. */
  readonly bodyHash: string;
  /** The run that it started. */
  readonly runId: string;
}

export interface IdempotencyStore {
  /**
   * Takes a key. Of two at once one waits for the other's transaction.
   *
   * @returns undefined when it was free, else what took it before.
   */
  take(
    record: IdempotencyRecord,
    createdAt: Date,
  ): Promise<IdempotencyRecord | undefined>;
  /** @returns how many. */
  remove(createdBefore: Date): Promise<number>;
}
