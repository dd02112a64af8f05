import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Database } from '../database/Stores';
import type { ResourceRecord, StateRecord } from '../inventory/ResourceRecord';
import type { StateInspector } from './StateInspector';

export interface StateRefresherOptions {
  database: Database;
  inspector: StateInspector;
  logger: LoggerService;
  now: () => Date;
}

/**
 * Brings into the inventory what a lost runner left in the state, so that the next run doesn't take it for
 * somebody else's.
 */
export class StateRefresher {
  constructor(private readonly options: StateRefresherOptions) {}

  /** Does nothing for a resource whose last runner came to its end. */
  async refresh(resource: ResourceRecord): Promise<void> {
    if (resource.status !== 'needs_attention') {
      return;
    }
    const { database, inspector, logger, now } = this.options;
    try {
      const { state } = await inspector.inspect(resource);
      if (state && isNewer(state, resource.state)) {
        await database.stores.resources.update(resource.id, { state }, now());
      }
    } catch (error) {
      // The runner guards the state too, and says what it finds.
      logger.warn(
        `The state of resource ${resource.id} could not be read`,
        error as Error,
      );
    }
  }
}

/** A state of another lineage is not this resource's, however new. */
export function isNewer(found: StateRecord, known?: StateRecord): boolean {
  return (
    !known || (known.lineage === found.lineage && known.serial < found.serial)
  );
}
