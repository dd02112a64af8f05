import type { Manifest } from '@terrastage/plugin-resources-common';

/** The current files of a template. */
export interface SkeletonRecord {
  /** Type of the resources that it makes. */
  readonly type: string;
  /** Name of its folder. */
  readonly name: string;
  readonly version: string;
  readonly bundleDigest: string;
  /** Git commit of its files; absent where it is not known. */
  readonly commit?: string;
  /** Markdown; empty where it has none. */
  readonly changelog: string;
  /** Of its bundle. */
  readonly manifest: Manifest;
}
