import { ResourceConflictError } from '../http/ResourceConflictError';
import type { ResourceRecord } from '../inventory/ResourceRecord';

/**
 * Called before a destroy. An adoption that never came to its end may have left what stood in AWS before in the state;
 * a destroy would take that away.
 *
 * @param address - of the thing itself, by its manifest
 * @throws ResourceConflictError
 */
export function checkReleased(
  { id, adoptedId, adoptedAt, state, run }: ResourceRecord,
  address: string | undefined,
): void {
  const managed = state?.managed.some(one => one.address === address);
  if (adoptedId !== undefined && !adoptedAt && managed) {
    throw new ResourceConflictError(
      `Its adoption did not come to its end, and '${adoptedId}', which stood before, is in its state: a delete would take it away. Have the platform team take ${address} out of the state (terraform state rm), then delete it`,
      { resourceId: id, runId: run?.id },
    );
  }
}
