import type { z } from 'zod/v3';

/** The output of all actions. */
export const runOutput = {
  resourceId: (zod: typeof z) =>
    zod.string({ description: 'Id of the resource' }),
  runId: (zod: typeof z) => zod.string({ description: 'Id of the run' }),
  status: (zod: typeof z) =>
    zod.string({
      description:
        'How the run ended: applied, planned_and_finished; awaiting_approval when it goes on after somebody has decided',
    }),
  resourceUrl: (zod: typeof z) =>
    zod.string({ description: "Address of the resource's page" }),
  runUrl: (zod: typeof z) =>
    zod.string({ description: "Address of the run's page" }),
};
