import type { Manifest } from '@terrastage/plugin-resources-common';
import type { BundleRecord } from './BundleRecord';

export interface BundleRow {
  digest: string;
  content: string;
  size_bytes: number;
  manifest: Manifest;
  created_at: Date;
}

export function fromBundleRow(row: BundleRow): BundleRecord {
  return {
    digest: row.digest,
    content: row.content,
    sizeBytes: row.size_bytes,
    manifest: row.manifest,
  };
}
