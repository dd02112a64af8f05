import type { BundleRecord } from './BundleRecord';

/** Bundles by their digest. They are never changed. */
export interface BundleStore {
  /** Keeps a bundle; one that is there already is left as it is. */
  put(bundle: BundleRecord, createdAt: Date): Promise<void>;
  get(digest: string): Promise<BundleRecord | undefined>;
}
