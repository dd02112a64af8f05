import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { RunDetail } from '../runs/answers';
import { askPortal } from '../runs/askPortal';
import { assertEndedWell } from '../runs/assertEndedWell';
import type { ActionDeps } from './ActionDeps';
import { readExpiry } from './readExpiry';
import type { ResourceInput } from './resourceInput';
import { startRun, type StartedIds } from './startRun';
import { toRequest } from './toRequest';
import { warnOfEnd } from './warnOfEnd';

type Context = Omit<ActionContext<JsonObject>, 'input' | 'output'>;

export interface EndedRun {
  ids: StartedIds;
  run: RunDetail;
}

/**
 * Asks the portal to make, plan or change a resource, and follows the run to its end, or to where its plan waits for
 * a confirmation.
 *
 * @throws InputError for bad input, the portal's refusal, or RunFailedError when the run doesn't end well.
 */
export async function requestRun(
  deps: ActionDeps,
  ctx: Context,
  input: ResourceInput,
  operation: 'apply' | 'plan',
): Promise<EndedRun> {
  const { bundles, resources, follower, links, now } = deps;
  const credentials = await ctx.getInitiatorCredentials();
  const { resourceId } = input;
  const subject = resourceId
    ? `change:${resourceId}`
    : `${operation}:${input.environment}/${input.name}`;
  // A step that runs again has to ask for the very same, or the portal would see another request. The empty
  // string stands for never: the scaffolder keeps no null.
  const expiresAt = await ctx.checkpoint({
    key: `expiry:${subject}`,
    fn: async () => readExpiry(input, now) ?? '',
  });
  const ids = await startRun(
    ctx,
    subject,
    async idempotencyKey => {
      const bundle = await bundles.read(input, ctx.workspacePath);
      warnOfEnd(bundle.manifest, ctx.logger);
      const request = toRequest({
        input,
        bundle,
        expiresAt: expiresAt || undefined,
        templateRef: ctx.templateInfo?.entityRef,
      });
      const options = { credentials, idempotencyKey };
      return askPortal('The portal did not start the run', links, () => {
        if (resourceId) {
          const { expiresAt: _, adopt, ...change } = request;
          return resources.changeResource(resourceId, change, options);
        }
        return operation === 'plan'
          ? resources.planResource(request, options)
          : resources.createResource(request, options);
      });
    },
    links,
  );
  const run = await follower.follow(ids.runId, {
    credentials,
    logger: ctx.logger,
    signal: ctx.signal,
  });
  assertEndedWell(run, links);
  if (run.status === 'awaiting_approval') {
    ctx.logger.info(
      `The plan is ready and waits for your confirmation: ${links.run(run.id)}`,
    );
  }
  return { ids, run };
}
