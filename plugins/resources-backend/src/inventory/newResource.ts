import type {
  CreateResourceRequest,
  Manifest,
} from '@terrastage/plugin-resources-common';
import type { ResolvedUses } from '../relations/resolveUses';
import type { EnvironmentConfig } from '../config/ResourcesConfig';
import { firstExpiry } from '../leases/firstExpiry';
import { fillLinks } from './fillLinks';
import type { ResourceRecord } from './ResourceRecord';

export interface NewResource {
  readonly id: string;
  readonly shortId: string;
  readonly request: CreateResourceRequest;
  /** Of the request, with the manifest's defaults. */
  readonly variables: CreateResourceRequest['variables'];
  /** What it is built on. Default: nothing. */
  readonly relations?: ResolvedUses;
  /** Of the request, in the form that the catalog has it. */
  readonly owner: string;
  readonly createdBy: string;
  readonly environment: EnvironmentConfig;
  readonly manifest: Manifest;
  readonly bundleDigest: string;
  readonly status: 'draft' | 'creating';
  readonly now: Date;
}

/**
 * A resource as it enters the inventory. Where its state lies, its tags, account, role and bucket are derived here,
 * from the configuration and from what was checked; nothing of it is ever read from a request.
 */
export function newResource(given: NewResource): ResourceRecord {
  const { id, shortId, request, owner, environment, manifest, now } = given;
  return {
    id,
    shortId,
    type: request.type,
    name: request.name,
    environment: request.environment,
    status: given.status,
    owner,
    createdBy: given.createdBy,
    system: request.system,
    description: request.description,
    costCenter: request.costCenter,
    templateRef: request.templateRef,
    templateVersion: manifest.version,
    templateCommit: request.templateCommit,
    parameters: request.parameters,
    bundleDigest: given.bundleDigest,
    inputs: given.variables,
    uses: given.relations?.uses ?? [],
    filled: given.relations?.filled ?? {},
    outputs: {},
    tags: tagsOf({
      id,
      owner,
      name: request.name,
      environment: request.environment,
      costCenter: request.costCenter,
    }),
    linkPatterns: manifest.links ?? [],
    links: fillLinks(manifest.links ?? [], {
      name: request.name,
      region: environment.region,
      outputs: {},
    }),
    region: environment.region,
    account: environment.account,
    networkRange: networkRangeOf(manifest, given.variables),
    roleArn: environment.roleArns?.[request.type] ?? environment.roleArn,
    stateBucket: environment.stateBucket,
    stateKey: stateKey(request.type, owner, request.name, shortId),
    stateRegion: environment.stateRegion ?? environment.region,
    stateKmsKeyId: environment.kmsKeyId,
    adoptedId: request.adopt?.id,
    expiresAt:
      // What stood before the portal knew it gets no end that nobody asked for.
      request.adopt && !request.expiresAt
        ? undefined
        : firstExpiry(request.expiresAt, environment, now),
    createdAt: now,
    updatedAt: now,
  };
}

/** The mandatory tags of all that belongs to a resource. */
export function tagsOf(
  resource: Pick<
    ResourceRecord,
    'id' | 'name' | 'owner' | 'environment' | 'costCenter'
  >,
): Record<string, string> {
  return {
    Name: resource.name,
    Owner: resource.owner,
    Environment: resource.environment,
    CostCenter: resource.costCenter,
    ManagedBy: 'terrastage',
    'terrastage:resource-id': resource.id,
  };
}

/** Recorded once; it stays when the resource gets another owner. The short id alone makes it unique. */
function stateKey(
  type: string,
  owner: string,
  name: string,
  shortId: string,
): string {
  const folder = owner.replace(/[^a-z0-9._-]/g, '-');
  return `${type}/${folder}/${name}-${shortId}/terraform.tfstate`;
}

/** The manifest's JSON Schema has made sure that it is a range. */
function networkRangeOf(
  { networkRange }: Manifest,
  variables: NewResource['variables'],
): string | undefined {
  const value = networkRange && variables[networkRange];
  return typeof value === 'string' ? value : undefined;
}
