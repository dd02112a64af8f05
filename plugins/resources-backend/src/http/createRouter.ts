import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  inventoryRouter,
  type InventoryRouterOptions,
} from '../inventory/inventoryRouter';
import {
  runnerRouter,
  type RunnerRouterOptions,
} from '../runner-api/runnerRouter';
import { leasesRouter, type LeasesRouterOptions } from '../leases/leasesRouter';
import { stateRouter, type StateRouterOptions } from '../state/stateRouter';
import {
  skeletonsRouter,
  type SkeletonsRouterOptions,
} from '../skeletons/skeletonsRouter';
import { runsRouter, type RunsRouterOptions } from '../runs/runsRouter';

export interface RouterOptions {
  inventory: InventoryRouterOptions;
  runs: RunsRouterOptions;
  state: StateRouterOptions;
  leases: LeasesRouterOptions;
  skeletons: SkeletonsRouterOptions;
  runner: RunnerRouterOptions;
}

/** `/api/resources`. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  router.use('/v1/runner', runnerRouter(options.runner));
  router.use('/v1', inventoryRouter(options.inventory));
  router.use('/v1', runsRouter(options.runs));
  router.use('/v1', stateRouter(options.state));
  router.use('/v1', leasesRouter(options.leases));
  router.use('/v1', skeletonsRouter(options.skeletons));
  return router;
}
