import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { StartLock } from './StartLock';

/** Backstage's own, but portals that start at the same time get it one after the other. */
export const databaseService = createServiceFactory({
  service: coreServices.database,
  deps: {
    config: coreServices.rootConfig,
    lifecycle: coreServices.lifecycle,
    logger: coreServices.logger,
    pluginMetadata: coreServices.pluginMetadata,
    rootLifecycle: coreServices.rootLifecycle,
    rootLogger: coreServices.rootLogger,
  },
  async createRootContext({ config, rootLifecycle, rootLogger: logger }) {
    const lock = new StartLock({
      config: config.getConfig('backend.database'),
      logger,
    });
    await lock.take();
    rootLifecycle.addStartupHook(() => lock.release());
    rootLifecycle.addShutdownHook(() => lock.release());
    return DatabaseManager.fromConfig(config, {
      rootLifecycle,
      rootLogger: logger,
    });
  },
  async factory({ pluginMetadata, lifecycle, logger }, manager) {
    return manager.forPlugin(pluginMetadata.getId(), { lifecycle, logger });
  },
});
