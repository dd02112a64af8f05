import { z } from 'zod';

/** A file of a provider, known again by what the file system says of it. */
const fileIdentitySchema = z.object({
  name: z.string(),
  size: z.string(),
  modified: z.string(),
  changed: z.string(),
  inode: z.string(),
  device: z.string(),
});

export type FileIdentity = z.infer<typeof fileIdentitySchema>;

const providerSchema = z.object({
  /** Such as `registry.terraform.io/hashicorp/aws`. */
  source: z.string(),
  version: z.string(),
  /** Such as `linux_amd64`. */
  platform: z.string(),
  /** Folder of the mirror or the plugin cache that Terraform linked. */
  folder: z.string(),
  files: z.array(fileIdentitySchema).min(1),
  /** Terraform's `h1:` digests of the package, as `init` verified them. */
  digests: z.array(z.string()),
});

export type PreparedProvider = z.infer<typeof providerSchema>;

/** All that `terraform init` leaves behind, as one document. */
export const preparedFolderSchema = z.object({
  layout: z.literal(1),
  providers: z.array(providerSchema),
  /** `.terraform/modules/modules.json`, when there are local modules. */
  modules: z.string().optional(),
  /** `.terraform/terraform.tfstate`, which holds the settings of the backend. */
  backend: z.looseObject({
    backend: z.looseObject({
      // `local` is the preview of a restore; only folders with `s3` are kept.
      type: z.enum(['s3', 'local']),
      config: z.record(z.string(), z.unknown()),
    }),
  }),
});

export type PreparedFolder = z.infer<typeof preparedFolderSchema>;
