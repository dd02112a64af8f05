import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

export interface ProviderConfig {
  /** When the whole inventory is read again. */
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Milliseconds that changes are gathered for. */
  debounceMs: number;
}

/** `catalog.providers.terrastage`, with its defaults. */
export function readProviderConfig(root: Config): ProviderConfig {
  const config = root.getOptionalConfig('catalog.providers.terrastage');
  return {
    schedule: config?.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig('schedule'),
        )
      : { frequency: { seconds: 60 }, timeout: { minutes: 5 } },
    debounceMs: config?.has('debounce')
      ? durationToMilliseconds(
          readDurationFromConfig(config, { key: 'debounce' }),
        )
      : 500,
  };
}
