import {
  Audit,
  changeRoutes,
  Changes,
  changeScheduler,
  changesMigrations,
  OutboxPublisher,
} from '@togglemaster/changes';
import {
  createApp,
  createRedis,
  Database,
  migrate,
  remoteCallers,
  ServiceClient,
  type ServiceDefinition,
} from '@togglemaster/kit';
import { SnapshotWriter } from '@togglemaster/snapshots';
import { randomUUID } from 'node:crypto';
import { actOfWith } from '@togglemaster/changes';
import { flagConfig } from './config.ts';
import { flagChanges } from './flags/flagChanges.ts';
import { flagRoutes } from './flags/flagRoutes.ts';
import { FlagService } from './flags/FlagService.ts';
import { FlagStore } from './flags/FlagStore.ts';
import { FlagWriter } from './flags/FlagWriter.ts';
import { needsApproval } from './flags/needsApproval.ts';
import { entrySeenBy } from './flags/seenBy.ts';
import { variantsRoute } from './flags/variantsRoute.ts';
import { projectRoutes } from './projects/projectRoutes.ts';
import { ProjectService } from './projects/ProjectService.ts';
import { staleRoute } from './stale/staleRoute.ts';
import { TargetingClient } from './TargetingClient.ts';
import { transferRoutes } from './transfer/transferRoutes.ts';
import { TransferService } from './transfer/TransferService.ts';

export const flagService: ServiceDefinition<typeof flagConfig> = {
  name: 'flag',
  config: flagConfig,
  create: async config => {
    const now = () => new Date();
    const newId = () => randomUUID();
    const db = new Database({
      url: config.DATABASE_URL,
      pool: config.DATABASE_POOL,
      name: 'flag',
    });
    await migrate(
      db,
      changesMigrations,
      new URL('../migrations/', import.meta.url),
    );
    const app = await createApp({
      name: 'flag',
      description: 'Projects, environments, flags, their history and approvals',
      logLevel: config.LOG_LEVEL,
      callers: remoteCallers({
        authUrl: config.AUTH_URL,
        issuer: config.TOKEN_ISSUER,
        audience: config.TOKEN_AUDIENCE,
        now,
      }),
      ready: () => db.ping(),
    });
    const warn = (error: unknown) =>
      app.log.warn({ err: error }, 'will be tried again');

    const redis = createRedis(config.REDIS_URL, warn);
    const store = new FlagStore();
    const publisher = new OutboxPublisher({
      db,
      writer: new SnapshotWriter(redis, 'flags'),
      load: async (tx, { project, environment }, keys) => {
        const states = await store.states(tx, project, environment, keys);
        return new Map(states.map(s => [s.key, JSON.stringify(s)]));
      },
      onError: warn,
      now,
    });
    const committed = () => publisher.wake();
    const audit = new Audit(newId);
    const writer = new FlagWriter({ audit, newId });
    const handlers = flagChanges(writer);
    const changes = new Changes({
      db,
      handlers: Object.values(handlers) as never,
      audit,
      needsApproval,
      now,
      newId,
      committed,
    });
    const scheduler = changeScheduler(changes, warn);
    const targeting = new TargetingClient(config.TARGETING_URL);
    const projects = new ProjectService({
      db,
      audit,
      changes,
      targeting,
      committed,
    });
    const flags = new FlagService({
      db,
      writer,
      handlers,
      changes,
      projects,
      targeting,
      audit,
      committed,
    });
    const transfer = new TransferService({
      db,
      writer,
      projects,
      targeting,
      committed,
    });

    const actOf = actOfWith(now);
    projectRoutes(app, { projects, actOf });
    flagRoutes(app, { flags, actOf });
    variantsRoute(app, { db, projects });
    transferRoutes(app, { transfer, actOf });
    staleRoute(app, {
      flags,
      analytics: new ServiceClient({
        name: 'analytics',
        baseUrl: config.ANALYTICS_URL,
      }),
      now,
    });
    changeRoutes(app, {
      prefix: '/flags',
      changes,
      audit,
      db,
      seenBy: entrySeenBy,
      now,
    });

    publisher.start();
    scheduler.start();
    return {
      app,
      close: async () => {
        await scheduler.stop();
        await publisher.stop();
        redis.disconnect();
        await db.close();
      },
    };
  },
};
