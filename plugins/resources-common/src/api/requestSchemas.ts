import { z } from 'zod';
import { resourceDetailSchema } from './resourceSchemas';
import { runViewSchema } from './runSchemas';
import { typeRulesSchema } from './typeRules';

const json = z.json();

/** Names of resources in the inventory. What AWS allows for one type is narrower: the bundle's manifest says it. */
export const resourceNameSchema = z
  .string()
  .min(2)
  .max(63)
  .regex(
    /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/,
    'must be lower-case letters, digits, dots and hyphens, and begin and end with a letter or digit',
  );

export const entityRefSchema = z
  .string()
  .max(253)
  .regex(
    /^(user|group|system|template):[a-z0-9-_.]+\/[a-zA-Z0-9-_.]+$/,
    'must be a full entity reference such as group:default/payments',
  );

/** A resource of the inventory: by its id, or by its entity in the catalog. */
export const resourceRefSchema = z
  .string()
  .max(253)
  .regex(
    /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|resource:default\/[a-z0-9._-]+)$/,
    'must be the id of a resource, or its entity reference such as resource:default/shop-a1b2c3',
  );

/** Most resources that one relation may name. */
export const MAX_RELATED = 20;

/** Resources that a new one is built on, by the relations that its manifest has. */
export const usesSchema = z.record(
  z.string().max(64),
  z.union([resourceRefSchema, z.array(resourceRefSchema).max(MAX_RELATED)]),
);
export type Uses = z.infer<typeof usesSchema>;

/** Control characters but for tab and line ends, marks that hide or turn around what a reader sees, half characters. */
export function hasHiddenCharacters(text: string): boolean {
  return /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}]/u.test(text);
}

/** Free text for people: control characters and marks that change the reading order are refused. */
export const freeTextSchema = (max: number) =>
  z
    .string()
    .max(max)
    .refine(
      text => !hasHiddenCharacters(text),
      'must not contain control, zero-width or text direction characters',
    );

export const bundleUploadSchema = z.strictObject({
  files: z
    .array(
      z.strictObject({ path: z.string().min(1).max(512), content: z.base64() }),
    )
    .min(1)
    .max(1000),
});
export type BundleUpload = z.infer<typeof bundleUploadSchema>;

export const commitSchema = z
  .string()
  .regex(/^[0-9a-f]{40,64}$/, 'must be the full hash of a Git commit');

/**
 * `POST /resources` and `POST /plans`: only the scaffolder may send it, on behalf of a user. State key, tags,
 * account, role and bucket are derived by the server, so there are no fields for them.
 */
export const createResourceRequestSchema = z.strictObject({
  type: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  name: resourceNameSchema,
  description: freeTextSchema(500).optional(),
  environment: z.string().min(1).max(40),
  owner: entityRefSchema,
  system: entityRefSchema.optional(),
  costCenter: z.string().min(1).max(64),
  variables: z.record(z.string(), json),
  /** The server fills variables from the outputs of these; the request cannot set them. */
  uses: usesSchema.optional(),
  bundle: bundleUploadSchema,
  templateRef: entityRefSchema.optional(),
  /** Git commit of the skeleton's files, where they are exactly those of a commit. */
  templateCommit: commitSchema.optional(),
  /** What the form was filled with, so that it can be shown again for a change. Secrets are not among it. */
  parameters: z.record(z.string(), json).optional(),
  expiresAt: z.iso.datetime().optional(),
  /**
   * What stands in AWS already and comes under management. It has to carry the tag `terrastage:adopt` with the
   * owner; its plan waits for a confirmation, and may replace and delete nothing.
   */
  adopt: z
    .strictObject({
      /** By which AWS knows it: the manifest says which id that is. */
      id: z.string().min(1).max(255),
    })
    .optional(),
});
export type CreateResourceRequest = z.infer<typeof createResourceRequestSchema>;

export const destroyResourceRequestSchema = z.strictObject({
  /** The resource's name, typed by the person who deletes it. Checked when given. */
  confirmName: z.string().max(63).optional(),
});
export type DestroyResourceRequest = z.infer<
  typeof destroyResourceRequestSchema
>;

/**
 * `POST /resources/{id}/changes`: the same form again for a resource that stands. Only the scaffolder may send it,
 * on behalf of a user. Type, name, environment and owner have to be those of the resource.
 */
export const changeResourceRequestSchema = createResourceRequestSchema.omit({
  expiresAt: true,
  adopt: true,
});
export type ChangeResourceRequest = z.infer<typeof changeResourceRequestSchema>;

/** `POST /resources/{id}/upgrade`: the present values with the current files of its template. */
export const upgradeResourceRequestSchema = z.strictObject({});

export const confirmRunRequestSchema = z.strictObject({
  /** Of the plan that was read: another one is not applied. */
  planDigest: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex'),
  /** The resource's name, typed by the person who confirms. Needed where the plan replaces or deletes something. */
  name: z.string().max(63).optional(),
});
export type ConfirmRunRequest = z.infer<typeof confirmRunRequestSchema>;

export const discardRunRequestSchema = z.strictObject({
  /** Why, for whoever reads the run. */
  note: freeTextSchema(500).optional(),
});
export type DiscardRunRequest = z.infer<typeof discardRunRequestSchema>;

export const retryRunRequestSchema = z.strictObject({
  /** `same`: the files of the run that failed. `current`: those that the template has now. */
  bundle: z.enum(['same', 'current']).default('same'),
});
export type RetryRunRequest = z.infer<typeof retryRunRequestSchema>;

/** `PUT /skeletons/{type}`: the current files of a template. Only the scaffolder may say them, for itself. */
export const publishSkeletonRequestSchema = z.strictObject({
  /** Name of its folder. */
  name: z.string().min(1).max(63),
  bundle: bundleUploadSchema,
  commit: commitSchema.optional(),
  /** `CHANGELOG.md` of the skeleton: a heading of the second level for each version. */
  changelog: z
    .string()
    .max(128 * 1024)
    .optional(),
});
export type PublishSkeletonRequest = z.infer<
  typeof publishSkeletonRequestSchema
>;

/** What a type's current skeleton is. */
export const publishedSkeletonSchema = z.object({
  type: z.string(),
  name: z.string(),
  version: z.string(),
  bundleDigest: z.string(),
  commit: z.string().optional(),
});
export type PublishedSkeleton = z.infer<typeof publishedSkeletonSchema>;

/** `POST /resources/{id}/extend`: one of the two. */
export const extendResourceRequestSchema = z
  .strictObject({
    /** When it is to expire. */
    until: z.iso.datetime().optional(),
    /** By how many days; from the present expiry on, or from now where that is past. */
    byDays: z.number().int().min(1).max(3_650).optional(),
  })
  .refine(
    ({ until, byDays }) => (until === undefined) !== (byDays === undefined),
    {
      message: 'give one of until and byDays',
    },
  );
export type ExtendResourceRequest = z.infer<typeof extendResourceRequestSchema>;

/** The answer to all that starts a run: 202. */
export const startedRunSchema = z.object({
  resource: resourceDetailSchema,
  run: runViewSchema,
});
export type StartedRun = z.infer<typeof startedRunSchema>;

/** `GET /options`: what forms and pages offer; from the configuration. */
export const optionsSchema = z.object({
  /** Types whose template is current, by what people call them. A type that is missing goes by its name. */
  types: z.array(z.object({ name: z.string(), title: z.string() })),
  environments: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      region: z.string(),
      account: z.string(),
      /** Defaults and limits of variables, by type of resource. */
      resourceTypes: z.record(z.string(), typeRulesSchema),
      /** How long resources live there, in days: what a new one gets, and the most that one may have from now. */
      lifetime: z.object({
        defaultDays: z.number().positive().optional(),
        maximumDays: z.number().positive().optional(),
      }),
    }),
  ),
  costCenters: z.array(z.object({ name: z.string(), title: z.string() })),
  /** Groups of the caller, and the caller: who may be the owner. */
  owners: z.array(z.string()),
  /** True when the caller may see all resources. */
  admin: z.boolean(),
});
export type Options = z.infer<typeof optionsSchema>;
