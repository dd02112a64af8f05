import type {
  ManagedResource,
  ResourceOutput,
  ResourceSortColumn,
  ResourceStatus,
  RunOperation,
  RunStatus,
} from '@terrastage/plugin-resources-common';
import type { Columns } from '../database/columns';
import type {
  ResourceListItem,
  ResourcePatch,
  ResourceRecord,
} from './ResourceRecord';
import type { ResourceTarget } from './ResourceTarget';

export interface ResourceListRow {
  id: string;
  short_id: string;
  type: string;
  name: string;
  environment: string;
  status: ResourceStatus;
  owner: string;
  created_by: string;
  system: string | null;
  template_version: string;
  region: string;
  links: ResourceListItem['links'];
  uses: ResourceListItem['uses'];
  run_id: string | null;
  run_operation: RunOperation | null;
  run_status: RunStatus | null;
  expires_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

export interface ResourceRow extends ResourceListRow {
  description: string | null;
  cost_center: string;
  template_ref: string | null;
  template_commit: string | null;
  parameters: ResourceRecord['parameters'] | null;
  bundle_digest: string;
  inputs: ResourceRecord['inputs'];
  filled: ResourceRecord['filled'];
  outputs: Record<string, ResourceOutput>;
  tags: Record<string, string>;
  link_patterns: ResourceRecord['linkPatterns'];
  account: string;
  network_range: string | null;
  role_arn: string | null;
  state_bucket: string;
  state_key: string;
  state_region: string;
  state_kms_key_id: string | null;
  state_lineage: string | null;
  state_serial: number | null;
  state_version_id: string | null;
  terraform_version: string | null;
  managed: ManagedResource[];
  adopted_id: string | null;
  adopted_at: Date | null;
  deleted_at: Date | null;
}

export const listColumns = [
  'id',
  'short_id',
  'type',
  'name',
  'environment',
  'status',
  'owner',
  'created_by',
  'system',
  'template_version',
  'region',
  'links',
  'uses',
  'run_id',
  'run_operation',
  'run_status',
  'expires_at',
  'created_at',
  'updated_at',
] as const satisfies ReadonlyArray<keyof ResourceListRow>;

/** What each sort column is in SQL; the migration has an index for each. */
export const sortExpressions: Record<ResourceSortColumn, string> = {
  name: 'name',
  type: 'type',
  environment: 'environment',
  status: 'status',
  owner: 'owner',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  expiresAt: "COALESCE(expires_at, 'infinity'::timestamptz)",
};

export function fromListRow(row: ResourceListRow): ResourceListItem {
  return {
    id: row.id,
    shortId: row.short_id,
    type: row.type,
    name: row.name,
    environment: row.environment,
    status: row.status,
    owner: row.owner,
    createdBy: row.created_by,
    system: row.system ?? undefined,
    templateVersion: row.template_version,
    region: row.region,
    links: row.links,
    uses: row.uses,
    run:
      row.run_id && row.run_operation && row.run_status
        ? {
            id: row.run_id,
            operation: row.run_operation,
            status: row.run_status,
          }
        : undefined,
    expiresAt: row.expires_at ?? undefined,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

export function fromResourceRow(row: ResourceRow): ResourceRecord {
  return {
    ...fromListRow(row),
    description: row.description ?? undefined,
    costCenter: row.cost_center,
    templateRef: row.template_ref ?? undefined,
    templateCommit: row.template_commit ?? undefined,
    parameters: row.parameters ?? undefined,
    bundleDigest: row.bundle_digest,
    inputs: row.inputs,
    filled: row.filled,
    outputs: row.outputs,
    tags: row.tags,
    linkPatterns: row.link_patterns,
    account: row.account,
    networkRange: row.network_range ?? undefined,
    roleArn: row.role_arn ?? undefined,
    stateBucket: row.state_bucket,
    stateKey: row.state_key,
    stateRegion: row.state_region,
    stateKmsKeyId: row.state_kms_key_id ?? undefined,
    state:
      row.state_lineage !== null && row.state_serial !== null
        ? {
            lineage: row.state_lineage,
            serial: row.state_serial,
            versionId: row.state_version_id ?? undefined,
            terraformVersion: row.terraform_version ?? '',
            managed: row.managed,
          }
        : undefined,
    adoptedId: row.adopted_id ?? undefined,
    adoptedAt: row.adopted_at ?? undefined,
    deletedAt: row.deleted_at ?? undefined,
  };
}

export function toResourceRow(resource: ResourceRecord): Columns {
  return {
    id: resource.id,
    short_id: resource.shortId,
    type: resource.type,
    name: resource.name,
    environment: resource.environment,
    owner: resource.owner,
    created_by: resource.createdBy,
    ...toTargetRow(resource),
    region: resource.region,
    account: resource.account,
    network_range: resource.networkRange ?? null,
    role_arn: resource.roleArn ?? null,
    state_bucket: resource.stateBucket,
    state_key: resource.stateKey,
    state_region: resource.stateRegion,
    state_kms_key_id: resource.stateKmsKeyId ?? null,
    expires_at: resource.expiresAt ?? null,
    created_at: resource.createdAt,
    adopted_id: resource.adoptedId ?? null,
    ...toPatchRow(resource, resource.updatedAt),
  };
}

function toTargetRow(target: ResourceTarget): Columns {
  return {
    system: target.system ?? null,
    description: target.description ?? null,
    cost_center: target.costCenter,
    template_ref: target.templateRef ?? null,
    template_version: target.templateVersion,
    template_commit: target.templateCommit ?? null,
    bundle_digest: target.bundleDigest,
    inputs: target.inputs,
    uses: target.uses,
    filled: target.filled,
    parameters: target.parameters ?? null,
    tags: target.tags,
    link_patterns: target.linkPatterns,
  };
}

/** Only what the patch has; what is undefined stays as it is. */
export function toPatchRow(patch: ResourcePatch, updatedAt: Date): Columns {
  const { state, run } = patch;
  return {
    updated_at: updatedAt,
    ...(patch.target && toTargetRow(patch.target)),
    ...(patch.status && { status: patch.status }),
    ...(patch.expiresAt && { expires_at: patch.expiresAt }),
    ...(patch.outputs && { outputs: patch.outputs }),
    ...(patch.links && { links: patch.links }),
    ...(state && {
      state_lineage: state.lineage,
      state_serial: state.serial,
      state_version_id: state.versionId ?? null,
      terraform_version: state.terraformVersion,
      managed: state.managed,
    }),
    ...(run && {
      run_id: run.id,
      run_operation: run.operation,
      run_status: run.status,
    }),
    ...(patch.adoptedAt && { adopted_at: patch.adoptedAt }),
    ...(patch.deletedAt && { deleted_at: patch.deletedAt }),
  };
}
