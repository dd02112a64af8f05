/** One thing that was done to the user pool, or was tried. */
export type AuditEntry = {
  /** For example create-user, reset-password. */
  action: string;
  /** Email of the person, or name of the group. */
  subject: string;
  outcome: 'success' | 'failure';
  /** Without any password. */
  detail?: Record<string, string>;
  error?: Error;
};

/** Takes a line for each change. */
export interface AuditLog {
  record(entry: AuditEntry): Promise<void>;
}
