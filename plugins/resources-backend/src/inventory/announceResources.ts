import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  RESOURCES_TOPIC,
  type ResourcesChangedPayload,
} from '@terrastage/plugin-resources-node';
import { debounce } from 'lodash';
import type { ChangeHub } from '../runs/ChangeHub';

/** Milliseconds without a change after which those before are told of. */
const QUIET = 300;
/** Milliseconds after which they are told of although others go on coming. */
const PATIENCE = 5_000;

/**
 * Passes changes on to other plugins, those of a moment together: what these do with each costs more than the change
 * itself, just while many runs want to be started. Nobody waits for it: what is lost, they find when they look at the
 * whole inventory.
 */
export function announceResources(options: {
  hub: ChangeHub;
  events: EventsService;
  logger: LoggerService;
}): void {
  const { hub, events, logger } = options;
  const changed = new Set<string>();
  const announce = debounce(
    () => {
      const eventPayload: ResourcesChangedPayload = {
        resourceIds: [...changed],
      };
      changed.clear();
      events
        .publish({ topic: RESOURCES_TOPIC, eventPayload })
        .catch(error =>
          logger.warn(
            `The change of resources ${eventPayload.resourceIds.join(
              ', ',
            )} could not be announced`,
            error,
          ),
        );
    },
    QUIET,
    { maxWait: PATIENCE },
  );
  hub.onChange(({ resourceId }) => {
    changed.add(resourceId);
    announce();
  });
}
