/** One runner of a run. */
export interface AttemptRecord {
  readonly runId: string;
  readonly attempt: number;
  /** SHA-256 of its token, hex. */
  readonly tokenHash: string;
  /** The host that launched it. */
  readonly host: string;
  readonly launchedAt: Date;
  readonly heartbeatAt?: Date;
  /** Highest `seq` of its events that is stored. */
  readonly acceptedThrough: number;
  /** When its heartbeat was first answered with the cancel. */
  readonly cancelConveyedAt?: Date;
  /** When what was left of it got its one SIGINT. */
  readonly interruptedAt?: Date;
}

export type AttemptPatch = Partial<
  Pick<
    AttemptRecord,
    'heartbeatAt' | 'acceptedThrough' | 'cancelConveyedAt' | 'interruptedAt'
  >
>;

export interface AttemptStore {
  insert(attempts: readonly AttemptRecord[]): Promise<void>;
  get(runId: string, attempt: number): Promise<AttemptRecord | undefined>;
  update(runId: string, attempt: number, patch: AttemptPatch): Promise<void>;
}
