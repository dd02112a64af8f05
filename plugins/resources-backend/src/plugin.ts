import { randomBytes, randomUUID } from 'node:crypto';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { CallerService } from './access/CallerService';
import { registerPermissions } from './access/registerPermissions';
import { RightsService } from './access/RightsService';
import { checkPermissionsEnabled } from './config/checkPermissionsEnabled';
import { readResourcesConfig } from './config/readResourcesConfig';
import { PostgresDatabase } from './database/PostgresDatabase';
import { Dispatcher } from './dispatcher/Dispatcher';
import { cleanDatabase } from './housekeeping/cleanDatabase';
import { cleanRunFolders } from './housekeeping/cleanRunFolders';
import { createRouter } from './http/createRouter';
import { announceResources } from './inventory/announceResources';
import { InventoryService } from './inventory/InventoryService';
import { newShortId } from './inventory/newShortId';
import { ResourceChanger } from './inventory/ResourceChanger';
import { ResourceDestroyer } from './inventory/ResourceDestroyer';
import { ResourceMaker } from './inventory/ResourceMaker';
import { createLauncher } from './launchers/createLauncher';
import { MeasuredLauncher } from './metrics/MeasuredLauncher';
import { RunMetrics } from './metrics/RunMetrics';
import { RunnerAuth } from './runner-api/RunnerAuth';
import { RunnerService } from './runner-api/RunnerService';
import { ChangeHub } from './runs/ChangeHub';
import { RunChanges } from './runs/RunChanges';
import { RunDecider } from './runs/RunDecider';
import { RunRetrier } from './runs/RunRetrier';
import { RunService } from './runs/RunService';
import { RunStart } from './runs/RunStart';
import { S3StateBucket } from './state/S3StateBucket';
import { ResourceExtender } from './leases/ResourceExtender';
import { LockHolders } from './state/LockHolders';
import { StateLocks } from './state/StateLocks';
import { StateRestorer } from './state/StateRestorer';
import { StateVersions } from './state/StateVersions';
import { SkeletonService } from './skeletons/SkeletonService';
import { LostRuns } from './supervisor/LostRuns';
import { S3StateInspector } from './supervisor/S3StateInspector';
import { StateRefresher } from './supervisor/StateRefresher';
import { Supervisor } from './supervisor/Supervisor';

/** Inventory, runs and launchers: `/api/resources`. */
export const resourcesPlugin = createBackendPlugin({
  pluginId: 'resources',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auditor, httpRouter, lifecycle, logger, metrics, scheduler } =
          deps;
        const config = readResourcesConfig(deps.config);
        checkPermissionsEnabled(deps.config);
        const database = await PostgresDatabase.create(deps.database);
        registerPermissions(deps.permissionsRegistry, database);
        const now = () => new Date();
        const stopped = new AbortController();
        const hub = new ChangeHub();
        const changes = new RunChanges({ database, hub, now });
        const inspector = new S3StateInspector();
        const bucket = new S3StateBucket();
        const { maxConcurrent, runsDir, ...created } = createLauncher({
          ...deps,
          config,
          now,
          signal: stopped.signal,
        });
        const launcher = new MeasuredLauncher(created.launcher, metrics, now);
        const dispatcher = new Dispatcher({
          database,
          changes,
          launcher,
          maxConcurrent: config.runs.maxConcurrent ?? maxConcurrent,
          logger,
          now,
          newToken: () => randomBytes(32).toString('base64url'),
          metrics: new RunMetrics({ metrics, database, hub, logger }),
        });
        const supervisor = new Supervisor({
          database,
          changes,
          launcher,
          lostRuns: new LostRuns({
            database,
            changes,
            launcher,
            inspector,
            grace: config.runs.grace,
            logger,
            now,
            holder: randomUUID(),
          }),
          limits: config.runs,
          logger,
          now,
        });
        hub.onChange(() => dispatcher.wake());
        announceResources({ hub, events: deps.events, logger });

        const runStart = new RunStart({
          database,
          changes,
          now,
          newId: randomUUID,
        });
        const stateRefresher = new StateRefresher({
          database,
          inspector,
          logger,
          now,
        });
        const runs = new RunService({ database, changes, now });
        const inventory = new InventoryService({ database, config });
        const decider = new RunDecider({ database, changes, runs, now });
        const callers = new CallerService({
          ...deps,
          rights: new RightsService(deps),
          now,
        });
        httpRouter.addAuthPolicy({
          path: '/v1/runner',
          allow: 'unauthenticated',
        });
        httpRouter.use(
          createRouter({
            inventory: {
              callers,
              auditor,
              inventory,
              maker: new ResourceMaker({
                database,
                runStart,
                config,
                now,
                newId: randomUUID,
                newShortId,
              }),
              destroyer: new ResourceDestroyer({
                database,
                runStart,
                stateRefresher,
                now,
              }),
              changer: new ResourceChanger({ database, runStart, config, now }),
            },
            runs: {
              callers,
              auditor,
              hub,
              runs,
              decider,
              retrier: new RunRetrier({
                database,
                runs,
                runStart,
                stateRefresher,
                config,
                now,
              }),
              stopped: stopped.signal,
            },
            leases: {
              callers,
              auditor,
              extender: new ResourceExtender({
                database,
                config,
                inventory,
                now,
              }),
            },
            state: {
              callers,
              auditor,
              versions: new StateVersions({ database, bucket }),
              locks: new StateLocks({
                database,
                bucket,
                holders: new LockHolders({
                  database,
                  launcher,
                  lostAfter: config.runs.lostAfter,
                  now,
                }),
                runStart,
                now,
              }),
              restorer: new StateRestorer({ database, bucket, runStart, now }),
            },
            skeletons: {
              callers,
              auditor,
              skeletons: new SkeletonService({ database, now }),
            },
            runner: {
              auth: new RunnerAuth(database.stores.attempts),
              runners: new RunnerService({ database, changes, config, now }),
            },
          }),
        );

        lifecycle.addStartupHook(() => {
          launcher.start();
          dispatcher.start();
          supervisor.start();
        });
        lifecycle.addShutdownHook(async () => {
          stopped.abort();
          await Promise.all([dispatcher.stop(), supervisor.stop()]);
          await launcher.stop();
        });
        await scheduler.scheduleTask({
          id: 'resources-clean-database',
          frequency: { hours: 1 },
          timeout: { minutes: 10 },
          initialDelay: { minutes: 5 },
          fn: () =>
            cleanDatabase({ database, retention: config.runs.retention, now }),
        });
        await scheduler.scheduleTask({
          id: 'resources-discard-expired-plans',
          frequency: { minutes: 1 },
          timeout: { minutes: 5 },
          fn: async () => {
            await decider.discardExpired();
          },
        });
        if (runsDir) {
          await scheduler.scheduleTask({
            id: 'resources-clean-run-folders',
            frequency: { minutes: 10 },
            timeout: { minutes: 10 },
            initialDelay: { minutes: 1 },
            scope: 'local',
            fn: () =>
              cleanRunFolders({ runsDir, database, launcher, logger, now }),
          });
        }
      },
    });
  },
});
