import { z } from 'zod';

export const CHANGE_STATUSES = [
  'pending',
  'scheduled',
  'applied',
  'rejected',
  'canceled',
  'failed',
] as const;

export const change = z.object({
  id: z.uuid(),
  project: z.string(),
  /** Null: all environments of the project. */
  environment: z.string().nullable(),
  /** Such as "flag.update". */
  kind: z.string(),
  subject: z.string(),
  payload: z.json(),
  note: z.string(),
  status: z.enum(CHANGE_STATUSES),
  requestedBy: z.string(),
  /** Who made the key that asked; null where a person asked. */
  keyOwner: z.string().nullable(),
  requestedAt: z.iso.datetime(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  /** When it is to happen; null: as soon as it may. */
  applyAt: z.iso.datetime().nullable(),
  appliedAt: z.iso.datetime().nullable(),
  failure: z.string().nullable(),
});

export type Change = z.infer<typeof change>;
export type ChangeStatus = Change['status'];
