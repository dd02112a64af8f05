import fp from 'fastify-plugin';
import type { Metrics } from './Metrics.ts';

export type AccessLog = 'all' | 'failures';

/** Measures each request, logs it by its route and returns its id. */
export const observe = fp<{ metrics: Metrics; accessLog: AccessLog }>(
  async (app, { metrics, accessLog }) => {
    app.addHook('onRequest', (request, reply, done) => {
      reply.header('x-request-id', request.id);
      done();
    });
    app.addHook('onResponse', (request, reply, done) => {
      const route = request.routeUrl ?? 'unknown';
      const status = reply.statusCode;
      metrics.requests.observe(
        request.method,
        route,
        status,
        reply.elapsedTime,
      );
      if (accessLog === 'all' || status >= 500) {
        request.log.info(
          {
            reqId: request.id,
            method: request.method,
            route,
            status,
            ms: reply.elapsedTime,
          },
          'answered',
        );
      }
      done();
    });
  },
);
