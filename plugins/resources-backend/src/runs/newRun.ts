import type { RunOperation } from '@terrastage/plugin-resources-common';
import type { ResourceRecord } from '../inventory/ResourceRecord';
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
    steps: [],
    eventSeq: 0,
    createdAt,
  };
}
