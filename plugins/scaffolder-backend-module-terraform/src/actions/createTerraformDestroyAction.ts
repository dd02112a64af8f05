import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { destroyExamples } from '../examples/destroyExamples';
import { askPortal } from '../runs/askPortal';
import { assertEndedWell } from '../runs/assertEndedWell';
import type { ActionDeps } from './ActionDeps';
import { runOutput } from './runOutput';
import { startRun } from './startRun';

/** `terraform:destroy`: destroys a resource and waits until it is gone. In a dry run it says what would go. */
export function createTerraformDestroyAction(deps: ActionDeps) {
  const { resources, follower, links } = deps;
  return createTemplateAction({
    id: 'terraform:destroy',
    description:
      'Destroys a resource, with the files that it was made from, and follows the run to its end.',
    examples: destroyExamples,
    supportsDryRun: true,
    schema: {
      input: {
        resourceId: zod =>
          zod.string({ description: 'Id of the resource' }).min(1).max(100),
        confirmName: zod =>
          zod
            .string({
              description:
                "The resource's name, typed by the person who deletes it; another one is refused",
            })
            .max(63)
            .optional(),
      },
      output: {
        ...runOutput,
        runId: zod => runOutput.runId(zod).optional(),
        runUrl: zod => runOutput.runUrl(zod).optional(),
      },
    },
    async handler(ctx) {
      const { resourceId, confirmName } = ctx.input;
      const credentials = await ctx.getInitiatorCredentials();
      ctx.output('resourceId', resourceId);
      ctx.output('resourceUrl', links.resource(resourceId));
      if (ctx.isDryRun) {
        const status = await sayWhatWouldGo(
          resourceId,
          credentials,
          ctx.logger,
        );
        ctx.output('status', status);
        return;
      }
      const { runId } = await startRun(
        ctx,
        `destroy:${resourceId}`,
        idempotencyKey =>
          askPortal('The portal did not start the run', links, () =>
            resources.destroyResource(
              resourceId,
              confirmName === undefined ? {} : { confirmName },
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

  async function sayWhatWouldGo(
    id: string,
    credentials: BackstageCredentials,
    logger: LoggerService,
  ): Promise<string> {
    const resource = await askPortal('The resource cannot be read', links, () =>
      resources.getResource(id, { credentials }),
    );
    const { type, name, environment, status, managed } = resource;
    logger.info(
      `A destroy of ${type} ${name} in ${environment} would take away${
        managed.length ? ':' : ' nothing'
      }`,
    );
    managed.forEach(({ address }) => logger.info(`  - ${address}`));
    return status;
  }
}
