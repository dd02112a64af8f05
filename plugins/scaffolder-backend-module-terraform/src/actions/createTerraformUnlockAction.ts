import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { unlockExamples } from '../examples/unlockExamples';
import { askPortal } from '../runs/askPortal';
import { assertEndedWell } from '../runs/assertEndedWell';
import type { ActionDeps } from './ActionDeps';
import { runOutput } from './runOutput';
import { startRun } from './startRun';

/**
 * `terraform:unlock`: removes the lock of a state that nobody alive holds. Without a lock it does nothing; in a dry
 * run it says who holds it.
 */
export function createTerraformUnlockAction(deps: ActionDeps) {
  const { resources, follower, links } = deps;
  return createTemplateAction({
    id: 'terraform:unlock',
    description:
      'Removes the lock of a state that a dead run left, and refuses to break a live one.',
    examples: unlockExamples,
    supportsDryRun: true,
    schema: {
      input: {
        resourceId: zod =>
          zod.string({ description: 'Id of the resource' }).min(1).max(100),
        lockId: zod =>
          zod
            .string({
              description:
                "Terraform's id of the lock that is to go. Default: the present one.",
            })
            .max(200)
            .optional(),
      },
      output: {
        ...runOutput,
        runId: zod => runOutput.runId(zod).optional(),
        runUrl: zod => runOutput.runUrl(zod).optional(),
        status: zod =>
          zod.string({
            description: 'applied; not_locked when nobody held the lock',
          }),
      },
    },
    async handler(ctx) {
      const { resourceId } = ctx.input;
      const credentials = await ctx.getInitiatorCredentials();
      ctx.output('resourceId', resourceId);
      ctx.output('resourceUrl', links.resource(resourceId));
      // A step that runs again has to ask for the same lock, which may be gone by then.
      const lockId = await ctx.checkpoint({
        key: `lock:${resourceId}`,
        fn: async () => {
          const { lock } = await askPortal(
            'The lock cannot be read',
            links,
            () => resources.getLock(resourceId, { credentials }),
          );
          ctx.logger.info(
            lock
              ? `${lock.who} holds lock ${lock.id} since ${lock.created} (${lock.operation})`
              : 'Nobody holds the lock',
          );
          return lock ? ctx.input.lockId ?? lock.id : '';
        },
      });
      if (!lockId || ctx.isDryRun) {
        ctx.output('status', lockId ? 'locked' : 'not_locked');
        return;
      }
      const { runId } = await startRun(
        ctx,
        `unlock:${resourceId}`,
        idempotencyKey =>
          askPortal('The portal did not remove the lock', links, () =>
            resources.unlockResource(
              resourceId,
              { lockId },
              { credentials, idempotencyKey },
            ),
          ),
        links,
      );
      const run = await follower.follow(runId, {
        credentials,
        logger: ctx.logger,
        signal: ctx.signal,
      });
      assertEndedWell(run, links);
      ctx.output('runId', runId);
      ctx.output('status', run.status);
      ctx.output('runUrl', links.run(runId));
    },
  });
}
