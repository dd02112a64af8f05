import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { extendExamples } from '../examples/extendExamples';
import { askPortal } from '../runs/askPortal';
import type { ActionDeps } from './ActionDeps';
import { runOutput } from './runOutput';

const DAY = 86_400_000;

/** `terraform:extend`: lets a resource live longer. In a dry run it says until when. */
export function createTerraformExtendAction(deps: ActionDeps) {
  const { resources, links, now } = deps;
  return createTemplateAction({
    id: 'terraform:extend',
    description:
      'Moves the expiry of a resource, as far as its environment allows.',
    examples: extendExamples,
    supportsDryRun: true,
    schema: {
      input: {
        resourceId: zod =>
          zod.string({ description: 'Id of the resource' }).min(1).max(100),
        days: zod =>
          zod
            .number({
              description:
                'By how many days, from its present expiry on, or from now where that is past',
            })
            .int()
            .min(1)
            .max(3_650),
      },
      output: {
        resourceId: runOutput.resourceId,
        resourceUrl: runOutput.resourceUrl,
        expiresAt: zod =>
          zod.string({ description: 'When it expires now, in ISO 8601' }),
      },
    },
    async handler(ctx) {
      const { resourceId, days } = ctx.input;
      const credentials = await ctx.getInitiatorCredentials();
      // Asked for as a time, so that a step that runs again does not extend a second time.
      const until = await ctx.checkpoint({
        key: `extend:${resourceId}`,
        fn: async () => {
          const { expiresAt } = await askPortal(
            'The resource cannot be read',
            links,
            () => resources.getResource(resourceId, { credentials }),
          );
          if (!expiresAt) {
            throw new InputError(
              'resourceId: the resource never expires; there is nothing to extend',
            );
          }
          const from = Math.max(new Date(expiresAt).getTime(), now().getTime());
          return new Date(from + days * DAY).toISOString();
        },
      });
      if (!ctx.isDryRun) {
        await askPortal('The resource was not extended', links, async () => {
          const { expiresAt } = await resources.getResource(resourceId, {
            credentials,
          });
          return expiresAt === until
            ? undefined
            : resources.extendResource(resourceId, { until }, { credentials });
        });
      }
      ctx.logger.info(`It expires at ${until}`);
      ctx.output('resourceId', resourceId);
      ctx.output('resourceUrl', links.resource(resourceId));
      ctx.output('expiresAt', until);
    },
  });
}
