import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { createScheduledSync } from './createScheduledSync';
import { readUsersConfig } from './config';
import { readSchedule } from './readSchedule';

/** Keeps the users of the catalog's files in a Cognito user pool. */
export const catalogModuleCognito = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'cognito',
  register(reg) {
    reg.registerInit({
      deps: {
        auditor: coreServices.auditor,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init({ auditor, config, logger, scheduler, urlReader }) {
        const settings = readUsersConfig(config);
        if (!settings.cognito) {
          logger.info(
            'Users are not synced: terrastage.users.cognito is not set',
          );
          return;
        }
        const sync = createScheduledSync({
          settings,
          cognito: settings.cognito,
          auditor,
          logger,
          urlReader,
        });
        await scheduler.scheduleTask({
          ...readSchedule(config),
          id: 'sync-users-to-cognito',
          // Of several portals one syncs at a time.
          scope: 'global',
          fn: sync,
        });
      },
    });
  },
});
