import { z } from 'zod';

export const auditEntry = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  /** "user:<id>" or "key:<id>". */
  actor: z.string(),
  /** Such as "flag.updated". */
  action: z.string(),
  project: z.string(),
  environment: z.string().nullable(),
  subject: z.string(),
  before: z.json(),
  after: z.json(),
  requestId: z.string(),
  /** The approved or scheduled change behind it. */
  changeId: z.string().nullable(),
});

export type AuditEntry = z.infer<typeof auditEntry>;
