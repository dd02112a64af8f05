import fp from 'fastify-plugin';
import { z } from 'zod';
import { problems } from './problems.ts';
import type { Metrics } from './Metrics.ts';

export type HealthOptions = {
  metrics: Metrics;
  /** Rejects with the reason why the service can't work now. */
  ready: () => Promise<void>;
};

const access = { config: { access: 'public' as const } };

/** GET /healthz (the process lives), /readyz (it can work) and /metrics. */
export const health = fp<HealthOptions>(async (app, { metrics, ready }) => {
  const state = { stopping: false };
  app.addHook('preClose', async () => {
    state.stopping = true;
  });
  const answer = { 200: z.object({ status: z.string() }) };

  app.get(
    '/healthz',
    { ...access, schema: { tags: ['operation'], response: answer } },
    async () => ({ status: 'ok' }),
  );

  app.get(
    '/readyz',
    { ...access, schema: { tags: ['operation'], response: answer } },
    async () => {
      if (state.stopping) throw problems.unavailable('A service that stops');
      await ready();
      return { status: 'ok' };
    },
  );

  app.get(
    '/metrics',
    { ...access, schema: { tags: ['operation'], hide: true } },
    async (_request, reply) => {
      reply.type(metrics.registry.contentType);
      return metrics.registry.metrics();
    },
  );
});
