import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';

const DEFAULT: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 10 },
  initialDelay: { seconds: 10 },
};

/** When to sync, by `terrastage.users.schedule`. */
export function readSchedule(
  config: Config,
): SchedulerServiceTaskScheduleDefinition {
  const own = config.getOptionalConfig('terrastage.users.schedule');
  return own
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(own)
    : DEFAULT;
}
