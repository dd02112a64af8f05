import { z } from 'zod';
import { resourceStatuses } from '../resources/ResourceStatus';
import { manifestEndSchema } from './manifestSchema';
import { runOperationSchema, runViewSchema } from './runSchemas';

const json = z.json();
const time = z.iso.datetime();

export const resourceOutputSchema = z.object({
  sensitive: z.boolean(),
  /** Absent for a sensitive output: its value is never kept. */
  value: json.optional(),
});
export type ResourceOutput = z.infer<typeof resourceOutputSchema>;

export const managedResourceSchema = z.object({
  address: z.string(),
  type: z.string(),
  name: z.string(),
  id: z.string().optional(),
  arn: z.string().optional(),
});
export type ManagedResource = z.infer<typeof managedResourceSchema>;

/** A resource by name, for a link to it. */
export const relatedResourceSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  /** Entity ref in the catalog. */
  entityRef: z.string(),
});
export type RelatedResource = z.infer<typeof relatedResourceSchema>;

/** A resource that this one is built on. */
export const resourceUseSchema = relatedResourceSchema.extend({
  /** Name of the relation in the manifest: `vpc`. */
  relation: z.string(),
});
export type ResourceUse = z.infer<typeof resourceUseSchema>;

/** A row of the list. */
export const resourceViewSchema = z.object({
  id: z.string(),
  /** Six characters that tell two resources of one name apart; part of the state key. */
  shortId: z.string(),
  type: z.string(),
  name: z.string(),
  environment: z.string(),
  status: z.enum(resourceStatuses),
  /** Entity ref of the group or user that owns it. */
  owner: z.string(),
  createdBy: z.string(),
  system: z.string().optional(),
  region: z.string(),
  createdAt: time,
  updatedAt: time,
  expiresAt: time.optional(),
  /** The run that is active now, else the last one. */
  run: z
    .object({
      id: z.string(),
      operation: runOperationSchema,
      status: runViewSchema.shape.status,
    })
    .optional(),
  /** Entity ref in the catalog: `resource:default/<name>-<short id>`. */
  entityRef: z.string(),
  /** Version of the template that it was last applied with. */
  templateVersion: z.string(),
  /** A newer version of the template, if there is one. */
  upgradeVersion: z.string().optional(),
  /** Links to the AWS console and the like, by the manifest's patterns. */
  links: z.array(
    z.object({
      title: z.string(),
      url: z.string(),
      icon: z.string().optional(),
    }),
  ),
  /** What it is built on. */
  uses: z.array(resourceUseSchema),
});
export type ResourceView = z.infer<typeof resourceViewSchema>;

/** The template of a resource as it is now. */
export const resourceTemplateSchema = z.object({
  version: z.string(),
  /** Git commit of its files, where it is known. */
  commit: z.string().optional(),
  /** A newer version than that of the resource, with what its changelog says of each version between the two. */
  upgrade: z
    .object({
      version: z.string(),
      changelog: z.array(z.object({ version: z.string(), text: z.string() })),
    })
    .optional(),
  deprecated: manifestEndSchema.optional(),
  retired: manifestEndSchema.optional(),
});
export type ResourceTemplate = z.infer<typeof resourceTemplateSchema>;

/** `GET /resources/{id}` */
export const resourceDetailSchema = resourceViewSchema.extend({
  description: z.string().optional(),
  costCenter: z.string(),
  templateRef: z.string().optional(),
  /** Git commit of the template's files that it was last applied with; absent where it is not known. */
  templateCommit: z.string().optional(),
  /** The current template of its type; absent until the scaffolder has published it. */
  template: resourceTemplateSchema.optional(),
  /** What the form was filled with; absent where the template doesn't hand it on. */
  parameters: z.record(z.string(), json).optional(),
  inputs: z.record(z.string(), json),
  outputs: z.record(z.string(), resourceOutputSchema),
  tags: z.record(z.string(), z.string()),
  account: z.string(),
  state: z.object({
    bucket: z.string(),
    key: z.string(),
    region: z.string(),
    lineage: z.string().optional(),
    serial: z.number().int().nonnegative().optional(),
    versionId: z.string().optional(),
    terraformVersion: z.string().optional(),
  }),
  bundleDigest: z.string(),
  /** What Terraform's state holds: all that a delete takes away. */
  managed: z.array(managedResourceSchema),
  /** What is built on it and stands, as far as the caller may see it. While there is any, it cannot be deleted. */
  usedBy: z.array(
    resourceUseSchema.extend({
      environment: z.string(),
      status: z.enum(resourceStatuses),
    }),
  ),
  /** How many more are built on it that the caller may not see. */
  usedByOthers: z.number().int().nonnegative(),
  /** What the caller may do now. */
  actions: z.object({
    /** A later expiry. */ extend: z.boolean(),
    destroy: z.boolean(),
    change: z.boolean(),
    upgrade: z.boolean(),
  }),
});
export type ResourceDetail = z.infer<typeof resourceDetailSchema>;

export const resourceSortColumns = [
  'name',
  'type',
  'environment',
  'status',
  'owner',
  'createdAt',
  'updatedAt',
  'expiresAt',
] as const;
export type ResourceSortColumn = (typeof resourceSortColumns)[number];

const list = (max: number) =>
  z.preprocess(
    value => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(z.string().min(1).max(253)).max(max).optional(),
  );

/** The query of `GET /resources`. Lists are given by repeating the parameter. */
export const resourceQuerySchema = z.strictObject({
  /** `true`: only what the caller or one of the caller's groups owns. Without it: all that the caller may read. */
  mine: z
    .enum(['true', 'false'])
    .transform(value => value === 'true')
    .optional(),
  owner: list(50),
  type: list(50),
  environment: list(20),
  /** Without it all but `draft` and `deleted`. */
  status: z.preprocess(
    value => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(z.enum(resourceStatuses)).max(10).optional(),
  ),
  /** Part of the name, any case. */
  q: z.string().max(200).optional(),
  sort: z.enum(resourceSortColumns).default('createdAt'),
  order: z.enum(['asc', 'desc']).default('desc'),
  limit: z.coerce.number().int().min(1).max(200).default(25),
  cursor: z.string().max(1000).optional(),
});
export type ResourceQuery = z.infer<typeof resourceQuerySchema>;

export const resourcePageSchema = z.object({
  items: z.array(resourceViewSchema),
  /** How many match, over all pages. */
  total: z.number().int().nonnegative(),
  nextCursor: z.string().optional(),
  prevCursor: z.string().optional(),
});
export type ResourcePage = z.infer<typeof resourcePageSchema>;

export const runPageSchema = z.object({ items: z.array(runViewSchema) });
export type RunPage = z.infer<typeof runPageSchema>;

/** Values of the list's filters that occur among what the caller may read, with counts. */
export const resourceFacetsSchema = z.object({
  type: z.record(z.string(), z.number().int()),
  environment: z.record(z.string(), z.number().int()),
  owner: z.record(z.string(), z.number().int()),
  status: z.record(z.string(), z.number().int()),
});
export type ResourceFacets = z.infer<typeof resourceFacetsSchema>;
