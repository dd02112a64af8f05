import { z } from 'zod';
import { runStatuses } from '../runs/RunStatus';
import { attributeChangeSchema } from './planSchemas';
import { runOperationSchema } from './runSchemas';

const json = z.json();
const time = z.iso.datetime();

const runReferenceSchema = z.object({
  id: z.string(),
  operation: runOperationSchema,
  status: z.enum(runStatuses),
});

/** One version of a resource's state object in S3. */
export const stateVersionSchema = z.object({
  /** S3's id of the version; `null` in a bucket that keeps no versions. */
  versionId: z.string(),
  modifiedAt: time,
  /** Bytes. */
  size: z.number().int().nonnegative(),
  /** True for the version that Terraform reads. */
  current: z.boolean(),
  /** `deleted`: a marker that the object was deleted. The others are objects that are no Terraform state. */
  kind: z.enum(['state', 'deleted', 'empty', 'unreadable']),
  serial: z.number().int().nonnegative().optional(),
  lineage: z.string().optional(),
  terraformVersion: z.string().optional(),
  /** How many things stand in it. */
  managed: z.number().int().nonnegative().optional(),
  /** The run that wrote it. Absent for what somebody else wrote. */
  run: runReferenceSchema.optional(),
});
export type StateVersion = z.infer<typeof stateVersionSchema>;

export const stateVersionsQuerySchema = z.strictObject({
  cursor: z.string().min(1).max(1_024).optional(),
});

/** `GET /resources/{id}/state-versions`: twenty at a time, the newest first. */
export const stateVersionPageSchema = z.object({
  items: z.array(stateVersionSchema),
  nextCursor: z.string().optional(),
});
export type StateVersionPage = z.infer<typeof stateVersionPageSchema>;

export const stateComparisonQuerySchema = z.strictObject({
  from: z.string().min(1).max(1_024),
  to: z.string().min(1).max(1_024),
});

const comparedVersionSchema = stateVersionSchema.pick({
  versionId: true,
  serial: true,
  lineage: true,
});

/** `GET /resources/{id}/lock`: who holds the lock of the state, and whether that one still works. */
export const stateLockSchema = z.object({
  /** Absent when nobody holds it. */
  lock: z
    .object({
      /** Terraform's id of the lock; `unknown` when the object can't be read. */
      id: z.string(),
      who: z.string(),
      operation: z.string(),
      /** As Terraform wrote it, RFC 3339. */
      created: z.string(),
    })
    .optional(),
  /**
   * `alive`: a run that is not over, or whose runner is still to be seen. `dead`: nothing of its runner is left.
   * `unknown`: no run of this portal took it.
   */
  holder: z.enum(['alive', 'dead', 'unknown']).optional(),
  /** The run that took it. */
  run: runReferenceSchema.extend({ heartbeatAt: time.optional() }).optional(),
  /** True when the caller may remove it now. */
  unlockable: z.boolean(),
});
export type StateLockView = z.infer<typeof stateLockSchema>;

export const unlockRequestSchema = z.strictObject({
  /** The lock that the caller has looked at: another one is not removed. */
  lockId: z.string().min(1).max(200),
});
export type UnlockRequest = z.infer<typeof unlockRequestSchema>;

export const restoreStateRequestSchema = z.strictObject({
  /** The version that is to come back. */
  versionId: z.string().min(1).max(1_024),
});
export type RestoreStateRequest = z.infer<typeof restoreStateRequestSchema>;

export const stateChangeKindSchema = z.enum(['added', 'changed', 'removed']);

/**
 * `GET /resources/{id}/state-versions/compare`: what is different in `to`. Values that Terraform or the provider
 * marks as sensitive, and such as look like a secret, are left out on both sides; that they differ is not.
 */
export const stateComparisonSchema = z.object({
  from: comparedVersionSchema,
  to: comparedVersionSchema,
  /** False when the two are states of different things. */
  sameLineage: z.boolean(),
  resources: z.array(
    z.object({
      address: z.string(),
      type: z.string(),
      kind: stateChangeKindSchema,
      attributes: z.array(attributeChangeSchema),
    }),
  ),
  outputs: z.array(
    z.object({
      name: z.string(),
      kind: stateChangeKindSchema,
      sensitive: z.boolean(),
      before: json.optional(),
      after: json.optional(),
    }),
  ),
});
export type StateComparison = z.infer<typeof stateComparisonSchema>;
