import type { Manifest } from '@terrastage/plugin-resources-common';

export interface BundleRecord {
  /** `sha256:<hex>` over `content`. */
  readonly digest: string;
  /** Canonical JSON of the files. */
  readonly content: string;
  /** Sum of the files' sizes, bytes. */
  readonly sizeBytes: number;
  readonly manifest: Manifest;
}
