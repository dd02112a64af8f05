import type { AuditEntry, AuditLog } from './AuditLog';

export type JsonLineAuditLogOptions = {
  write: (line: string) => void;
  /** Who does it, for example the name of the system's user. */
  actor: string;
  userPoolId: string;
  now?: () => Date;
};

/** Writes a line of JSON for each entry. */
export class JsonLineAuditLog implements AuditLog {
  private readonly options: JsonLineAuditLogOptions;

  constructor(options: JsonLineAuditLogOptions) {
    this.options = options;
  }

  async record({ error, ...entry }: AuditEntry) {
    const { write, actor, userPoolId, now = () => new Date() } = this.options;
    write(
      JSON.stringify({
        time: now().toISOString(),
        event: 'user-pool-change',
        actor,
        userPoolId,
        ...entry,
        ...(error && { error: `${error.name}: ${error.message}` }),
      }),
    );
  }
}
