import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { applyExamples } from '../examples/applyExamples';
import type { ResourceDetail } from '../runs/answers';
import { askPortal } from '../runs/askPortal';
import type { ActionDeps } from './ActionDeps';
import { requestRun } from './requestRun';
import { resourceInput } from './resourceInput';
import { runOutput } from './runOutput';

/**
 * `terraform:apply`: makes a resource and waits for it, or plans the change or the adoption of one and leaves the plan
 * to be confirmed.
 * In a dry run it only plans.
 */
export function createTerraformApplyAction(deps: ActionDeps) {
  return createTemplateAction({
    id: 'terraform:apply',
    description:
      'Makes a resource with Terraform, follows the run to its end and gives its outputs; with resourceId it plans a change, with adopt it takes what stands in AWS under management, and both wait to be confirmed. The portal runs Terraform, keeps the state and sets the tags.',
    examples: applyExamples,
    supportsDryRun: true,
    schema: {
      input: resourceInput,
      output: {
        ...runOutput,
        outputs: zod =>
          zod.record(zod.any(), {
            description: "Terraform's outputs by name, without sensitive ones",
          }),
        entityRef: zod =>
          zod.string({ description: 'Entity of the resource in the catalog' }),
      },
    },
    async handler(ctx) {
      const { links, resources } = deps;
      const operation = ctx.isDryRun ? 'plan' : 'apply';
      if (ctx.isDryRun && ctx.input.resourceId) {
        throw new InputError(
          'resourceId: a change has no dry run; its plan waits for a confirmation anyway',
        );
      }
      if (ctx.isDryRun && ctx.input.adopt) {
        throw new InputError(
          'adopt: an adoption has no dry run; its plan waits for a confirmation anyway',
        );
      }
      const { ids, run } = await requestRun(deps, ctx, ctx.input, operation);
      const credentials = await ctx.getInitiatorCredentials();
      const outputs = ctx.isDryRun
        ? {}
        : await askPortal('The outputs could not be read', links, async () => {
            const { resourceId } = ids;
            const detail = await resources.getResource(resourceId, {
              credentials,
            });
            return visibleValues(detail.outputs);
          });
      ctx.output('resourceId', ids.resourceId);
      ctx.output('runId', ids.runId);
      ctx.output('status', run.status);
      ctx.output('outputs', outputs);
      ctx.output('entityRef', ids.entityRef);
      ctx.output('resourceUrl', links.resource(ids.resourceId));
      ctx.output('runUrl', links.run(ids.runId));
    },
  });
}

function visibleValues(
  outputs: ResourceDetail['outputs'],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(outputs)
      .filter(([, output]) => !output.sensitive)
      .map(([name, output]) => [name, output.value]),
  );
}
