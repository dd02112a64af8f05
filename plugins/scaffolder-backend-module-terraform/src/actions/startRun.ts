import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { StartedRun } from '../runs/answers';
import { idempotencyKey } from '../runs/idempotencyKey';
import type { PortalLinks } from '@terrastage/plugin-resources-common';

export type StartedIds = {
  resourceId: string;
  runId: string;
  entityRef: string;
};

type Context = Pick<
  ActionContext<JsonObject>,
  'task' | 'step' | 'checkpoint' | 'logger' | 'signal'
>;

/**
 * Starts a run once for a step of a task. After a restart of the portal the step runs again from its top: then
 * the checkpoint has the run, or, where the portal died between the two, the idempotency key finds it.
 *
 * @param subject - what the run is about, as `idempotencyKey` has it.
 * @param start - asks the portal for the run.
 */
export async function startRun(
  ctx: Context,
  subject: string,
  start: (key: string) => Promise<StartedRun>,
  links: PortalLinks,
): Promise<StartedIds> {
  const ids = await ctx.checkpoint({
    key: `run:${subject}`,
    fn: async (): Promise<StartedIds> => {
      ctx.signal?.throwIfAborted();
      const { resource, run } = await start(idempotencyKey(ctx, subject));
      return {
        resourceId: resource.id,
        runId: run.id,
        entityRef: resource.entityRef,
      };
    },
  });
  ctx.logger.info(`Run ${ids.runId}: ${links.run(ids.runId)}`);
  return ids;
}
