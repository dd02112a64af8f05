import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { planExamples } from '../examples/planExamples';
import type { ActionDeps } from './ActionDeps';
import { requestRun } from './requestRun';
import { resourceInput } from './resourceInput';
import { runOutput } from './runOutput';

/** `terraform:plan`: says what an apply would do. Nothing changes, so a dry run is the same. */
export function createTerraformPlanAction(deps: ActionDeps) {
  return createTemplateAction({
    id: 'terraform:plan',
    description:
      'Plans a resource with Terraform and gives the summary of the plan. Nothing is changed.',
    examples: planExamples,
    supportsDryRun: true,
    schema: {
      input: resourceInput,
      output: {
        ...runOutput,
        summary: zod =>
          zod.object(
            {
              create: zod.number(),
              update: zod.number(),
              replace: zod.number(),
              delete: zod.number(),
              import: zod.number(),
            },
            { description: 'How many things the plan would change, and how' },
          ),
      },
    },
    async handler(ctx) {
      const { ids, run } = await requestRun(deps, ctx, ctx.input, 'plan');
      const { changes, ...summary } = run.summary ?? {
        create: 0,
        update: 0,
        replace: 0,
        delete: 0,
        import: 0,
        changes: [],
      };
      ctx.output('resourceId', ids.resourceId);
      ctx.output('runId', ids.runId);
      ctx.output('status', run.status);
      ctx.output('summary', summary);
      ctx.output('resourceUrl', deps.links.resource(ids.resourceId));
      ctx.output('runUrl', deps.links.run(ids.runId));
    },
  });
}
