import type { AuditEntry, AuditLog } from '../audit';

/** Keeps what it is told. */
export class RecordedAuditLog implements AuditLog {
  readonly entries: AuditEntry[] = [];

  async record(entry: AuditEntry) {
    this.entries.push(entry);
  }

  /** For example "create-user ana@example.com success". */
  lines(): string[] {
    return this.entries.map(({ action, subject, outcome }) =>
      [action, subject, outcome].join(' '),
    );
  }
}
