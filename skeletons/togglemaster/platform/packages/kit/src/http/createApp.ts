import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type RawServerDefault,
} from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { accessPlugin } from '../access/accessPlugin.ts';
import type { CallerVerifier } from '../access/CallerVerifier.ts';
import { bodyGuard } from './bodyGuard.ts';
import { health } from './health.ts';
import { jsonParser } from './jsonParser.ts';
import { Metrics } from './Metrics.ts';
import { observe, type AccessLog } from './observe.ts';
import { openApi } from './openApi.ts';
import { problems } from './problems.ts';
import { requestIdOf } from './requestIdOf.ts';
import { sendProblem } from './sendProblem.ts';
import { textGuard } from './textGuard.ts';

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export type AppOptions = {
  /** Such as "flag". */
  name: string;
  description: string;
  logLevel: string;
  callers: CallerVerifier;
  metrics?: Metrics;
  /** Default: always ready. */
  ready?: () => Promise<void>;
  /** Default: every request is logged. */
  accessLog?: AccessLog;
  /** How many proxies before us set X-Forwarded-For. Default: none. */
  proxies?: number;
  /** Text may hold NUL and lone surrogates: none of it gets into PostgreSQL. */
  anyText?: boolean;
};

const BODY_LIMIT = 256 * 1024;

/** The HTTP side that all services share; routes are registered by the caller. */
export async function createApp(options: AppOptions): Promise<App> {
  const metrics = options.metrics ?? new Metrics();
  const app = fastify({
    logger: {
      level: options.logLevel,
      base: { service: options.name },
      formatters: { level: label => ({ level: label }) },
    },
    // Requests are logged once, by their route: see observe.ts.
    logController: new LogController({ disableRequestLogging: true }),
    exposeHeadRoutes: false,
    // A logger for each request costs more than evaluating a flag: the few lines
    // that belong to one name its id themselves.
    childLoggerFactory: logger => logger,
    bodyLimit: BODY_LIMIT,
    trustProxy: (_address, hop) => hop < (options.proxies ?? 0),
    genReqId: request => requestIdOf(request.headers['x-request-id']),
    forceCloseConnections: 'idle',
  }).withTypeProvider<ZodTypeProvider>() as unknown as App;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      problems.notFound(`No route ${request.method} ${pathOf(request.url)}`),
      request,
      reply,
    ),
  );

  // MUST come before any route: it refuses routes that state no access.
  await app.register(accessPlugin, { callers: options.callers });
  await app.register(jsonParser, { anyText: options.anyText ?? false });
  await app.register(bodyGuard);
  if (!options.anyText) await app.register(textGuard);
  await app.register(observe, {
    metrics,
    accessLog: options.accessLog ?? 'all',
  });
  await app.register(openApi, {
    title: `ToggleMaster ${options.name}`,
    description: options.description,
    version: '0.1.0',
  });
  await app.register(health, {
    metrics,
    ready: options.ready ?? (async () => undefined),
  });
  return app;
}

function pathOf(url: string): string {
  return url.split('?', 1)[0]!.slice(0, 200);
}
