import type { SkeletonRecord } from './SkeletonRecord';

/** The current skeletons, one for each type. */
export interface SkeletonStore {
  /** Takes the place of what the type had. Its bundle has to be kept already. */
  put(
    skeleton: Omit<SkeletonRecord, 'manifest'>,
    publishedAt: Date,
  ): Promise<void>;
  get(type: string): Promise<SkeletonRecord | undefined>;
  /** Versions to which a resource may be upgraded, by type; retired ones are left out. */
  versions(): Promise<Map<string, string>>;
  /** What people call the types, in the order of these names. */
  titles(): Promise<Array<{ name: string; title: string }>>;
}
