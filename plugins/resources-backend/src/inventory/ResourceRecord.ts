import type {
  ManagedResource,
  Manifest,
  ResourceOutput,
  ResourceStatus,
  ResourceUse,
  RunOperation,
  RunStatus,
} from '@terrastage/plugin-resources-common';
import type { JsonValue } from '@terrastage/terraform-runner/protocol';

export interface ResourceLink {
  readonly title: string;
  readonly url: string;
  readonly icon?: string;
}

/** What a row of the list needs. */
export interface ResourceListItem {
  readonly id: string;
  readonly shortId: string;
  readonly type: string;
  readonly name: string;
  readonly environment: string;
  readonly status: ResourceStatus;
  /** Entity ref, lower case. */
  readonly owner: string;
  readonly createdBy: string;
  readonly system?: string;
  readonly region: string;
  readonly links: readonly ResourceLink[];
  /** What it is built on. */
  readonly uses: readonly ResourceUse[];
  /** The active run, else the last one. */
  readonly run?: {
    readonly id: string;
    readonly operation: RunOperation;
    readonly status: RunStatus;
  };
  readonly expiresAt?: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What is known of a Terraform state, without any attribute in it. */
export interface StateRecord {
  readonly lineage: string;
  readonly serial: number;
  /** S3 version of the state object. */
  readonly versionId?: string;
  readonly terraformVersion: string;
  readonly managed: readonly ManagedResource[];
}

/** One resource of the inventory. */
export interface ResourceRecord extends ResourceListItem {
  readonly description?: string;
  readonly costCenter: string;
  readonly templateRef?: string;
  /** Version in the manifest of the bundle that it was made by. */
  readonly templateVersion: string;
  readonly bundleDigest: string;
  readonly inputs: Record<string, JsonValue>;
  /** Variables that the server took from the outputs of what it is built on. */
  readonly filled: Record<string, JsonValue>;
  readonly outputs: Record<string, ResourceOutput>;
  /** Without `terrastage:run-id`, which is the run's. */
  readonly tags: Record<string, string>;
  readonly linkPatterns: NonNullable<Manifest['links']>;
  readonly account: string;
  readonly roleArn?: string;
  readonly stateBucket: string;
  readonly stateKey: string;
  readonly stateRegion: string;
  readonly stateKmsKeyId?: string;
  /** Absent until a run or a look into the bucket has found a state. */
  readonly state?: StateRecord;
  readonly deletedAt?: Date;
}

/** What changes in a resource's life. */
export interface ResourcePatch {
  readonly status?: ResourceStatus;
  readonly outputs?: Record<string, ResourceOutput>;
  readonly links?: readonly ResourceLink[];
  readonly state?: StateRecord;
  readonly run?: ResourceListItem['run'];
  readonly deletedAt?: Date;
}

/** True once the state has something in it. */
export function hasState(resource: Pick<ResourceRecord, 'state'>): boolean {
  return (resource.state?.managed.length ?? 0) > 0;
}
