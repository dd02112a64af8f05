import { z } from 'zod';

/** Largest sum of the files' sizes in a bundle, in bytes. */
export const MAX_BUNDLE_BYTES = 5 * 1024 * 1024;

/**
 * The exact files of one Terraform root module. `path` is relative, with `/`; `content` is Base64.
 *
 * The digest of a bundle is `sha256:<hex>` over its canonical JSON: files sorted by path (by code unit),
 * `{"files":[{"path":…,"content":…},…]}` without white space.
 */
export const bundleSchema = z.object({
  files: z
    .array(
      z.object({
        path: z.string().min(1).max(512),
        content: z.base64(),
      }),
    )
    .min(1)
    .max(1000),
});

export type Bundle = z.infer<typeof bundleSchema>;

export const bundleResponseSchema = bundleSchema.extend({
  digest: z.string().min(1),
});

export type BundleResponse = z.infer<typeof bundleResponseSchema>;
