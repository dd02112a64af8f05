import {
  createApp,
  createRedis,
  Metrics,
  problems,
  remoteCallers,
  type ServiceDefinition,
} from '@togglemaster/kit';
import { SnapshotReader } from '@togglemaster/snapshots';
import { randomUUID } from 'node:crypto';
import { evaluationConfig } from './config.ts';
import { Environments } from './environments/Environments.ts';
import { evaluateRoutes } from './evaluate/evaluateRoutes.ts';
import { Evaluator } from './evaluate/Evaluator.ts';
import { SnapshotFeed } from './feed/SnapshotFeed.ts';
import { cors } from './http/cors.ts';
import { evaluationMetrics, observeState } from './http/evaluationMetrics.ts';
import { ofrepRoutes } from './ofrep/ofrepRoutes.ts';
import { StreamHub } from './stream/StreamHub.ts';
import { streamRoute } from './stream/streamRoute.ts';
import { StreamTickets } from './stream/StreamTickets.ts';
import { Recorder, type RecorderOptions } from './telemetry/Recorder.ts';
import { Sender } from './telemetry/Sender.ts';
import { sqsSend } from './telemetry/sqsSend.ts';

const FLUSH_AT_STOP_MS = 5_000;

export const evaluationService: ServiceDefinition<typeof evaluationConfig> = {
  name: 'evaluation',
  config: evaluationConfig,
  create: async config => {
    const now = () => new Date();
    const newId = () => randomUUID();
    const metrics = new Metrics({ process: true });
    const counters = evaluationMetrics(metrics);
    const callers = remoteCallers({
      authUrl: config.AUTH_URL,
      issuer: config.TOKEN_ISSUER,
      audience: config.TOKEN_AUDIENCE,
      now,
      keyFreshMs: config.KEY_FRESH_SECONDS * 1000,
    });
    const environments = new Environments({
      now,
      staleAfterMs: config.STALE_AFTER_SECONDS * 1000,
    });
    const app = await createApp({
      name: 'evaluation',
      description: 'Answers what a user gets, from memory',
      logLevel: config.LOG_LEVEL,
      callers,
      metrics,
      accessLog: 'failures',
      anyText: true,
      ready: async () => {
        // Stale answers are better than none: only never loaded is not ready.
        if (!environments.loaded) throw problems.unavailable('Redis');
      },
    });
    const warn = (error: unknown) =>
      app.log.warn({ err: error }, 'will be tried again');

    const redis = createRedis(config.REDIS_URL, warn);
    const subscriber = createRedis(config.REDIS_URL, () => undefined);
    const feed = new SnapshotFeed({
      reader: new SnapshotReader(redis),
      subscriber,
      environments,
      compareMs: config.COMPARE_SECONDS * 1000,
      onFault: (entry, error) => {
        counters.faults.inc();
        app.log.error({ err: error, entry }, 'an entry can not be read');
      },
      onError: warn,
    });
    const hub = new StreamHub({ maxStreams: 10_000, heartbeatMs: 25_000 });
    environments.onSwap(ref => hub.changed(ref, now()));

    const dropped: RecorderOptions['dropped'] = (kind, count) =>
      counters.dropped.inc({ kind }, count);
    const recorder = new Recorder({
      now,
      newId,
      random: Math.random,
      sampleRate: config.SAMPLE_RATE,
      maxEvents: config.EVENT_BUFFER,
      dropped,
    });
    const queue = sqsSend({
      region: config.AWS_REGION,
      queueUrl: config.QUEUE_URL,
    });
    const sender = new Sender({
      recorder,
      send: queue.send,
      flushMs: config.FLUSH_SECONDS * 1000,
      random: Math.random,
      sent: count => counters.sent.inc(count),
      onError: error => {
        counters.failures.inc();
        warn(error);
      },
      dropped,
      refused: reason =>
        app.log.error({ reason }, 'the queue refuses telemetry, which is lost'),
    });

    const evaluator = new Evaluator({ environments, recorder, now });
    const tickets = new StreamTickets({ secret: config.STREAM_SECRET, now });
    observeState(metrics, environments, hub);
    cors(app, config.CORS_ORIGINS);
    evaluateRoutes(app, evaluator);
    streamRoute(app, { hub, tickets, callers });
    await app.register(ofrepRoutes as never, { evaluator, tickets } as never);

    feed.start();
    sender.start();
    return {
      app,
      close: async () => {
        await feed.stop();
        await sender.stop(FLUSH_AT_STOP_MS);
        queue.close();
        subscriber.disconnect();
        redis.disconnect();
      },
    };
  },
};
