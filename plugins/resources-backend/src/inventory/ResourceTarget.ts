import type {
  Manifest,
  ResourceUse,
} from '@terrastage/plugin-resources-common';
import type { JsonValue } from '@terrastage/terraform-runner/protocol';

/** What of a resource a change can make another. It is the resource's once the run has applied. */
export interface ResourceTarget {
  readonly description?: string;
  readonly costCenter: string;
  readonly system?: string;
  readonly templateRef?: string;
  /** Version in the manifest of the bundle. */
  readonly templateVersion: string;
  /** Git commit of the bundle's files; absent where it is not known. */
  readonly templateCommit?: string;
  readonly bundleDigest: string;
  readonly inputs: Record<string, JsonValue>;
  /** What it is built on. */
  readonly uses: readonly ResourceUse[];
  /** Variables that the server took from the outputs of what it is built on. */
  readonly filled: Record<string, JsonValue>;
  /** What the form was filled with; absent where its template doesn't hand it on. */
  readonly parameters?: Record<string, JsonValue>;
  /** Without `terrastage:run-id`, which is the run's that made the resource. */
  readonly tags: Record<string, string>;
  readonly linkPatterns: NonNullable<Manifest['links']>;
}

/** What a resource is now, as the start of what it is to be. */
export function targetOf(resource: ResourceTarget): ResourceTarget {
  return {
    description: resource.description,
    costCenter: resource.costCenter,
    system: resource.system,
    templateRef: resource.templateRef,
    templateVersion: resource.templateVersion,
    templateCommit: resource.templateCommit,
    bundleDigest: resource.bundleDigest,
    inputs: resource.inputs,
    uses: resource.uses,
    filled: resource.filled,
    parameters: resource.parameters,
    tags: resource.tags,
    linkPatterns: resource.linkPatterns,
  };
}
