import {
  eventBatchSchema,
  planResultSchema,
  runnerPaths,
  runResultSchema,
} from '@terrastage/terraform-runner/protocol';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parse } from '../http/parse';
import { readBody } from '../http/readBody';
import type { RunnerAuth } from './RunnerAuth';
import type { RunnerService } from './RunnerService';

/** A plan in full may have megabytes. */
const MAX_BYTES = 16 * 1024 * 1024;

/** The protocol's own paths, with parameters in the place of a run and an attempt. */
const pathOf = (name: keyof typeof runnerPaths) =>
  runnerPaths[name]('RUN', 0)
    .replace('RUN', ':runId')
    .replace('/0/', '/:attempt/');

export interface RunnerRouterOptions {
  auth: RunnerAuth;
  runners: RunnerService;
}

/** The runner API, below `/runner`. Backstage's own credentials play no part in it. */
export function runnerRouter({ auth, runners }: RunnerRouterOptions): Router {
  const router = PromiseRouter();

  router.get(pathOf('job'), async (request, response) => {
    const attempt = await auth.authenticate(request);
    response.json(await runners.job(attempt));
  });

  router.get(pathOf('bundle'), async (request, response) => {
    const attempt = await auth.authenticate(request);
    response.json(await runners.bundle(attempt));
  });

  router.post(pathOf('events'), async (request, response) => {
    const attempt = await auth.authenticate(request);
    const body = await readBody(request, response, MAX_BYTES);
    const batch = parse(eventBatchSchema, body);
    response.json(await runners.events(attempt, batch));
  });

  router.post(pathOf('plan'), async (request, response) => {
    const attempt = await auth.authenticate(request);
    const body = await readBody(request, response, MAX_BYTES);
    const plan = parse(planResultSchema, body);
    response.json(await runners.plan(attempt, plan));
  });

  router.post(pathOf('applying'), async (request, response) => {
    const attempt = await auth.authenticate(request);
    await runners.applying(attempt);
    response.status(204).end();
  });

  router.post(pathOf('result'), async (request, response) => {
    const attempt = await auth.authenticate(request);
    const body = await readBody(request, response, MAX_BYTES);
    const result = parse(runResultSchema, body);
    await runners.result(attempt, result);
    response.status(204).end();
  });

  return router;
}
