import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  RESOURCES_TOPIC,
  type ResourceChangedPayload,
} from '@terrastage/plugin-resources-node';
import type { ChangeHub } from '../runs/ChangeHub';

/**
 * Passes changes on to other plugins. Nobody waits for it: what is lost, they find when they look at the whole
 * inventory.
 */
export function announceResources(options: {
  hub: ChangeHub;
  events: EventsService;
  logger: LoggerService;
}): void {
  const { hub, events, logger } = options;
  hub.onChange(({ resourceId }) => {
    const eventPayload: ResourceChangedPayload = { resourceId };
    events
      .publish({ topic: RESOURCES_TOPIC, eventPayload })
      .catch(error =>
        logger.warn(
          `The change of resource ${resourceId} could not be announced`,
          error,
        ),
      );
  });
}
