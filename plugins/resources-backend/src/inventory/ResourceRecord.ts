import type {
  ManagedResource,
  ResourceOutput,
  ResourceStatus,
  ResourceUse,
  RunOperation,
  RunStatus,
} from '@terrastage/plugin-resources-common';
import type { ResourceTarget } from './ResourceTarget';

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
  readonly templateVersion: string;
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
export interface ResourceRecord extends ResourceListItem, ResourceTarget {
  readonly system?: string;
  readonly templateVersion: string;
  readonly uses: readonly ResourceUse[];
  readonly outputs: Record<string, ResourceOutput>;
  readonly account: string;
  /** IPv4 range in CIDR notation that nothing else of the account may overlap while it stands. */
  readonly networkRange?: string;
  readonly roleArn?: string;
  readonly stateBucket: string;
  readonly stateKey: string;
  readonly stateRegion: string;
  readonly stateKmsKeyId?: string;
  /** Absent until a run or a look into the bucket has found a state. */
  readonly state?: StateRecord;
  /** By which AWS knew it before it was managed. */
  readonly adoptedId?: string;
  /** When its adoption had been applied. */
  readonly adoptedAt?: Date;
  readonly deletedAt?: Date;
}

/** What changes in a resource's life. */
export interface ResourcePatch {
  /** What a change has made of it. */
  readonly target?: ResourceTarget;
  readonly status?: ResourceStatus;
  readonly expiresAt?: Date;
  readonly outputs?: Record<string, ResourceOutput>;
  readonly links?: readonly ResourceLink[];
  readonly state?: StateRecord;
  readonly run?: ResourceListItem['run'];
  readonly adoptedAt?: Date;
  readonly deletedAt?: Date;
}

/** True once the state has something in it. */
export function hasState(resource: Pick<ResourceRecord, 'state'>): boolean {
  return (resource.state?.managed.length ?? 0) > 0;
}
