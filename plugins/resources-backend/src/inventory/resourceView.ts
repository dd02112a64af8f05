import {
  changelogBetween,
  compareVersions,
  expiryExtendPermission,
  isTerminal,
  resourceEntityRef,
  runCreatePermission,
  type ResourceDetail,
  type ResourceTemplate,
  type ResourceView,
} from '@terrastage/plugin-resources-common';
import { usedBy } from '../relations/usedBy';
import type { Caller } from '../access/Caller';
import type { SkeletonRecord } from '../skeletons/SkeletonRecord';
import type { ResourceListItem, ResourceRecord } from './ResourceRecord';

/**
 * A row of the list as the API gives it.
 *
 * @param currentVersion - of its template, unless that is retired.
 */
export function resourceView(
  resource: ResourceListItem,
  currentVersion?: string,
): ResourceView {
  return {
    id: resource.id,
    shortId: resource.shortId,
    type: resource.type,
    name: resource.name,
    environment: resource.environment,
    status: resource.status,
    owner: resource.owner,
    createdBy: resource.createdBy,
    system: resource.system,
    region: resource.region,
    createdAt: resource.createdAt.toISOString(),
    updatedAt: resource.updatedAt.toISOString(),
    expiresAt: resource.expiresAt?.toISOString(),
    run: resource.run,
    templateVersion: resource.templateVersion,
    upgradeVersion:
      currentVersion &&
      compareVersions(currentVersion, resource.templateVersion) > 0
        ? currentVersion
        : undefined,
    entityRef: resourceEntityRef(resource),
    links: [...resource.links],
    uses: [...resource.uses],
  };
}

/**
 * One resource in full, with what is built on it and what the caller may do.
 *
 * @param skeleton - the current one of its type.
 */
export function resourceDetail(
  resource: ResourceRecord,
  caller: Caller,
  dependents: readonly ResourceListItem[],
  skeleton?: SkeletonRecord,
): ResourceDetail {
  const { state } = resource;
  const template = skeleton && templateOf(resource, skeleton);
  const idle = !resource.run || isTerminal(resource.run.status);
  const mayRun = caller.rights.may(runCreatePermission, resource);
  const changeable =
    idle &&
    mayRun &&
    !['draft', 'deleted', 'needs_attention'].includes(resource.status);
  return {
    ...resourceView(resource, template?.upgrade?.version),
    description: resource.description,
    costCenter: resource.costCenter,
    templateRef: resource.templateRef,
    templateCommit: resource.templateCommit,
    template,
    parameters: resource.parameters,
    inputs: resource.inputs,
    outputs: resource.outputs,
    tags: resource.tags,
    account: resource.account,
    state: {
      bucket: resource.stateBucket,
      key: resource.stateKey,
      region: resource.stateRegion,
      lineage: state?.lineage,
      serial: state?.serial,
      versionId: state?.versionId,
      terraformVersion: state?.terraformVersion,
    },
    bundleDigest: resource.bundleDigest,
    managed: [...(state?.managed ?? [])],
    ...usedBy(resource.id, dependents, caller),
    actions: {
      extend:
        caller.rights.may(expiryExtendPermission, resource) &&
        resource.expiresAt !== undefined &&
        !['draft', 'deleted', 'deleting'].includes(resource.status),
      destroy:
        mayRun &&
        resource.status !== 'draft' &&
        resource.status !== 'deleted' &&
        idle,
      change: changeable && resource.templateRef !== undefined,
      upgrade: changeable && template?.upgrade !== undefined,
    },
  };
}

function templateOf(
  { templateVersion }: ResourceRecord,
  { version, commit, changelog, manifest }: SkeletonRecord,
): ResourceTemplate {
  const { deprecated, retired } = manifest;
  const newer = !retired && compareVersions(version, templateVersion) > 0;
  return {
    version,
    commit,
    deprecated,
    retired,
    upgrade: newer
      ? {
          version,
          changelog: changelogBetween(changelog, templateVersion, version),
        }
      : undefined,
  };
}
