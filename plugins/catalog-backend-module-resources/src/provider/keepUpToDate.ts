import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  RESOURCES_TOPIC,
  type ResourcesChangedPayload,
} from '@terrastage/plugin-resources-node';
import type { ProviderConfig } from '../config/readProviderConfig';
import { ChangeBatcher } from './ChangeBatcher';
import type { ResourcesEntityProvider } from './ResourcesEntityProvider';
import { untilDone } from './untilDone';

export interface KeepUpToDateOptions extends ProviderConfig {
  events: EventsService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  scheduler: SchedulerService;
}

/** Has the provider read all at the start and on schedule, and each resource soon after it has changed. */
export async function keepUpToDate(
  provider: Pick<
    ResourcesEntityProvider,
    'getProviderName' | 'isConnected' | 'reconcile' | 'update'
  >,
  options: KeepUpToDateOptions,
): Promise<void> {
  const { schedule, debounceMs, events, lifecycle, logger, scheduler } =
    options;
  const id = provider.getProviderName();
  if (!provider.isConnected()) {
    logger.info(`The entity provider ${id} is turned off`);
    return;
  }
  const stopping = new AbortController();
  const batcher = new ChangeBatcher(debounceMs, ids =>
    provider.update(ids).catch(error => {
      logger.warn(
        `Resources ${ids.join(
          ', ',
        )} could not be brought up to date in the catalog; the next reading of all of them will. ${stringifyError(
          error,
        )}`,
      );
    }),
  );
  lifecycle.addShutdownHook(() => {
    stopping.abort();
    batcher.stop();
  });
  await events.subscribe({
    id,
    topics: [RESOURCES_TOPIC],
    onEvent: async ({ eventPayload }) =>
      (eventPayload as ResourcesChangedPayload).resourceIds.forEach(changed =>
        batcher.add(changed),
      ),
  });
  await scheduler.scheduleTask({
    ...schedule,
    id: `${id}:reconcile`,
    fn: () => provider.reconcile(),
    signal: stopping.signal,
  });
  // The schedule may be in the middle of an interval, and the resources plugin may start after the catalog.
  void untilDone(() => provider.reconcile(), {
    signal: stopping.signal,
    onFailure: (error, delay) =>
      logger.warn(
        `The resources could not be read into the catalog; trying again in ${
          delay / 1000
        } s. ${stringifyError(error)}`,
      ),
  });
}
