import { z } from 'zod';
import { outputsOf, type InstallContext } from '../InstallContext';
import { InstallError } from '../InstallError';

const TRIES = 30;
const PAUSE_MS = 10_000;

const healthSchema = z.object({
  TargetHealthDescriptions: z.array(
    z.object({
      TargetHealth: z.object({
        State: z.string(),
        Description: z.string().optional(),
      }),
    }),
  ),
});

/** Until new portals are ready in the cluster, and the load balancer finds one. */
export async function waitForPortal(context: InstallContext): Promise<void> {
  const { commands, settings, sleep, say } = context;
  await commands.change(
    'kubectl',
    [
      '--namespace',
      'terrastage',
      'rollout',
      'status',
      'deployment/terrastage',
      '--timeout=15m',
    ],
    { hint: 'kubectl -n terrastage describe pods, externalsecrets: why.' },
  );
  if (commands.dryRun || usesNoTargetGroup(settings.values)) return;
  let seen = 'no pod is registered';
  for (let tries = 0; tries < TRIES; tries++) {
    const { TargetHealthDescriptions: targets } = await commands.json(
      healthSchema,
      'aws',
      [
        'elbv2',
        'describe-target-health',
        '--target-group-arn',
        outputsOf(context, 'cluster').target_group_arn,
        '--output',
        'json',
      ],
    );
    const states = targets.map(({ TargetHealth: health }) => health);
    if (states.some(({ State: state }) => state === 'healthy')) {
      say('  the load balancer reaches it');
      return;
    }
    seen =
      states
        .map(({ State, Description }) => `${State} ${Description ?? ''}`.trim())
        .join('; ') || seen;
    await sleep(PAUSE_MS);
  }
  throw new InstallError(
    `The portal is ready, and the load balancer does not reach it: ${seen}`,
    'kubectl -n terrastage describe targetgroupbinding terrastage; and is loadBalancerCidrs the range of its subnets?',
  );
}

function usesNoTargetGroup(values: Record<string, unknown>): boolean {
  const schema = z.object({
    portal: z.object({
      targetGroupBinding: z.object({ enabled: z.literal(false) }),
    }),
  });
  return schema.safeParse(values).success;
}
