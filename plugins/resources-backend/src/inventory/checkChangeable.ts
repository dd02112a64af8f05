import { InputError } from '@backstage/errors';
import type { ChangeResourceRequest } from '@terrastage/plugin-resources-common';
import { ResourceConflictError } from '../http/ResourceConflictError';
import type { ResourceRecord } from './ResourceRecord';

const gone = {
  draft: 'It was only planned, never made',
  deleted: 'It was destroyed',
  needs_attention:
    'It needs attention after a run whose runner was lost: look at that run and settle it first',
};

/** @throws ResourceConflictError for a resource that no run may change now. */
export function checkChangeable(resource: ResourceRecord): void {
  const { id, status, run } = resource;
  if (status in gone) {
    throw new ResourceConflictError(gone[status as keyof typeof gone], {
      resourceId: id,
      runId: run?.id,
    });
  }
}

/** @throws InputError naming the field that can't be changed. */
export function checkIdentity(
  request: ChangeResourceRequest,
  resource: ResourceRecord,
): void {
  for (const field of ['type', 'name', 'environment', 'owner'] as const) {
    const given =
      field === 'owner' ? request.owner.toLowerCase() : request[field];
    if (given !== resource[field]) {
      throw new InputError(
        `${field}: is '${resource[field]}' and stays so; make another resource for '${request[field]}'`,
      );
    }
  }
}
