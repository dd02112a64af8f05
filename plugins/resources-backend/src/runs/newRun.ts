import type { RunOperation } from '@terrastage/plugin-resources-common';
import type { ResourceRecord } from '../inventory/ResourceRecord';
import type { ResourceTarget } from '../inventory/ResourceTarget';
import type { RunRecord } from './RunRecord';

/** A run as it enters the queue, with the files and values that the resource has. */
export function newRun(
  id: string,
  operation: RunOperation,
  resource: ResourceRecord,
  requestedBy: string,
  createdAt: Date,
): RunRecord {
  return {
    id,
    resourceId: resource.id,
    operation,
    status: 'pending',
    attempt: 0,
    requestedBy,
    owner: resource.owner,
    bundleDigest: resource.bundleDigest,
    variables: { ...resource.inputs, ...resource.filled },
    searchOrphans: false,
    applyStarted: false,
    // Nobody has seen yet what an adoption would change.
    confirm: operation === 'adopt',
    waitsForApply: false,
    steps: [],
    eventSeq: 0,
    createdAt,
  };
}

/** A run that makes of a resource what the target says, once somebody has confirmed its plan. */
export function newChange(
  id: string,
  resource: ResourceRecord,
  target: ResourceTarget,
  requestedBy: string,
  createdAt: Date,
): RunRecord {
  const from = resource.templateVersion;
  return {
    ...newRun(id, 'apply', resource, requestedBy, createdAt),
    resourceStatusBefore: resource.status,
    bundleDigest: target.bundleDigest,
    variables: { ...target.inputs, ...target.filled },
    confirm: true,
    target,
    versionFrom: target.templateVersion === from ? undefined : from,
  };
}
