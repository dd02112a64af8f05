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
  type ServiceDefinition,
} from '@togglemaster/kit';
import { SnapshotWriter } from '@togglemaster/snapshots';
import { randomUUID } from 'node:crypto';
import { actOfWith } from '@togglemaster/changes';
import { targetingConfig } from './config.ts';
import { environmentRoutes } from './environments/environmentRoutes.ts';
import { ProtectedStore } from './environments/ProtectedStore.ts';
import { FlagClient } from './FlagClient.ts';
import { loadEntries } from './loadEntries.ts';
import { matchRoute } from './match/matchRoute.ts';
import { ruleChanges } from './rules/ruleChanges.ts';
import { ruleRoutes } from './rules/ruleRoutes.ts';
import { RuleService } from './rules/RuleService.ts';
import { RuleWriter } from './rules/RuleWriter.ts';
import { segmentChanges } from './segments/segmentChanges.ts';
import { segmentRoutes } from './segments/segmentRoutes.ts';
import { transferRoutes } from './transfer/transferRoutes.ts';

export const targetingService: ServiceDefinition<typeof targetingConfig> = {
  name: 'targeting',
  config: targetingConfig,
  create: async config => {
    const now = () => new Date();
    const newId = () => randomUUID();
    const db = new Database({
      url: config.DATABASE_URL,
      pool: config.DATABASE_POOL,
      name: 'targeting',
    });
    await migrate(
      db,
      changesMigrations,
      new URL('../migrations/', import.meta.url),
    );
    const app = await createApp({
      name: 'targeting',
      description: 'Rules and segments: who gets which variant',
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
    const publisher = new OutboxPublisher({
      db,
      writer: new SnapshotWriter(redis, 'targeting'),
      load: loadEntries,
      onError: warn,
      now,
    });
    const committed = () => publisher.wake();
    const audit = new Audit(newId);
    const writer = new RuleWriter({ audit, newId });
    const rulesOf = ruleChanges(writer);
    const segmentsOf = segmentChanges(audit);
    const guarded = new ProtectedStore();
    const changes = new Changes({
      db,
      handlers: [
        ...Object.values(rulesOf),
        ...Object.values(segmentsOf),
      ] as never,
      audit,
      needsApproval: (tx, { project, environment }) =>
        guarded.has(tx, project, environment),
      now,
      newId,
      committed,
    });
    const scheduler = changeScheduler(changes, warn);
    const flags = new FlagClient(config.FLAG_URL);
    const rules = new RuleService({ db, handlers: rulesOf, changes, flags });

    const actOf = actOfWith(now);
    ruleRoutes(app, { rules, actOf });
    segmentRoutes(app, { db, changes, handlers: segmentsOf, flags, actOf });
    matchRoute(app, { db, now });
    transferRoutes(app, { db, writer, flags, actOf, committed });
    environmentRoutes(app, { db, changes, actOf });
    changeRoutes(app, { prefix: '/targeting', changes, audit, db, now });

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
