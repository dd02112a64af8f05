import {
  isTerminal,
  resourceEntityRef,
  type ResourceDetail,
  type ResourceView,
} from '@terrastage/plugin-resources-common';
import { usedBy } from '../relations/usedBy';
import { mayDestroy, type Caller } from '../access/Caller';
import type { ResourceListItem, ResourceRecord } from './ResourceRecord';

/** A row of the list as the API gives it. */
export function resourceView(resource: ResourceListItem): ResourceView {
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
    entityRef: resourceEntityRef(resource),
    links: [...resource.links],
    uses: [...resource.uses],
  };
}

/** One resource in full, with what is built on it and what the caller may do. */
export function resourceDetail(
  resource: ResourceRecord,
  caller: Caller,
  dependents: readonly ResourceListItem[],
): ResourceDetail {
  const { state } = resource;
  return {
    ...resourceView(resource),
    description: resource.description,
    costCenter: resource.costCenter,
    templateRef: resource.templateRef,
    templateVersion: resource.templateVersion,
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
      destroy:
        mayDestroy(caller, resource.owner) &&
        resource.status !== 'draft' &&
        resource.status !== 'deleted' &&
        (!resource.run || isTerminal(resource.run.status)),
    },
  };
}
