import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

export interface Config {
  catalog?: {
    providers?: {
      terrastage?: {
        /**
         * When the whole inventory is read again. Changes come by events within a second; this is for those
         * that got lost.
         *
         * Default: every 60 seconds, with a timeout of 5 minutes.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /**
         * How long changes are gathered before the catalog is told of them.
         *
         * Default: 500 ms
         */
        debounce?: HumanDuration | string;
      };
    };
  };
}
