import type { Database } from '../database/Stores';
import { ResourceConflictError } from '../http/ResourceConflictError';
import { ActiveRunError } from './RunStore';

/** For a `catch`: makes of an {@link ActiveRunError} the conflict that names the run in the way; throws the rest on. */
export function explainActiveRun(database: Database, resourceId: string) {
  return async (error: unknown): Promise<never> => {
    if (!(error instanceof ActiveRunError)) {
      throw error;
    }
    const active = await database.stores.runs.findActive(resourceId);
    throw Object.assign(
      new ResourceConflictError(
        active
          ? `Run ${active.id} (${active.operation}, ${
              active.status
            }) of this resource is active; wait for its end or ${whatToDo(
              active.status,
            )}`
          : 'A run of this resource was active just now; try again',
        { resourceId, runId: active?.id },
      ),
      { cause: error },
    );
  };
}

function whatToDo(status: string): string {
  return status === 'awaiting_approval'
    ? 'confirm or discard its plan'
    : 'cancel it';
}
