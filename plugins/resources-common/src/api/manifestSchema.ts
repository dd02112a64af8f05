import { z } from 'zod';

/**
 * `terrastage.yaml` in a skeleton: what the server must know of it beyond Terraform's own declarations.
 * It is part of the bundle, so a resource keeps the rules that it was made by.
 */
export const manifestSchema = z.strictObject({
  apiVersion: z.literal('terrastage/v1'),
  /** Type of the resources that it makes: `s3-bucket`. */
  type: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  title: z.string().min(1).max(80),
  /** Semantic version. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** JSON Schema (2020-12) of the variables; checked before any run. It must be an object without additional properties. */
  variables: z.record(z.string(), z.json()),
  /** JSON Schema for the resource's name, where the type is narrower than the inventory. */
  name: z.record(z.string(), z.json()).optional(),
  /** Link patterns for the resource page and the catalog; `{name}`, `{region}` and `{output.x}` are filled in URL-encoded. */
  links: z
    .array(
      z.strictObject({
        title: z.string(),
        url: z.string(),
        icon: z.string().optional(),
      }),
    )
    .optional(),
});
export type Manifest = z.infer<typeof manifestSchema>;
