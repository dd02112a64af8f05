import { z } from 'zod';
import { platformId, type InstallContext } from '../InstallContext';
import { InstallError } from '../InstallError';
import { Stack } from '../stacks/Stack';
import { readBootstrap } from './applyBootstrap';
import { reachCluster } from './reachCluster';

const clustersSchema = z.object({ clusters: z.array(z.string()) });

/** For a destroy: what the stacks made, and the way into the cluster, as far as there is any of it left. */
export async function findCluster(context: InstallContext): Promise<void> {
  const { commands, outputs, say, settings } = context;
  await readBootstrap(context);
  if (!outputs.bootstrap) {
    throw new InstallError(
      `There is no platform ${platformId(settings)}`,
      'Is it another name or account in the settings? Nothing was taken away.',
    );
  }
  for (const name of ['cluster', 'access'] as const) {
    const stack = new Stack(name, context);
    await stack.prepare();
    await stack.readOutputs();
  }
  const { clusters } = await commands.json(clustersSchema, 'aws', [
    'eks',
    'list-clusters',
    '--output',
    'json',
  ]);
  context.hasCluster =
    outputs.cluster !== undefined &&
    clusters.includes(outputs.cluster.cluster_name);
  if (context.hasCluster) await reachCluster(context);
  else say('  there is no cluster any more');
}
