import { join } from 'node:path';
import { outputsOf, type InstallContext } from '../InstallContext';

const AWAY =
  "The cluster's API is private: work from inside of its network or by a VPN, or name your addresses in stacks.cluster.cluster_endpoint_cidrs. It lets in only adminRoleArns.";

/** Writes a kubeconfig of its own, and sees that the cluster answers and lets this person administer it. */
export async function reachCluster(context: InstallContext): Promise<void> {
  const { commands, folder, settings } = context;
  const { cluster_name: name } = outputsOf(context, 'cluster');
  const kubeconfig = join(folder, 'kubeconfig');
  await commands.look('aws', [
    'eks',
    'update-kubeconfig',
    '--name',
    name,
    '--region',
    settings.region,
    '--alias',
    name,
    '--kubeconfig',
    kubeconfig,
  ]);
  commands.setVariable('KUBECONFIG', kubeconfig);
  await commands.look(
    'kubectl',
    ['get', '--raw', '/readyz', '--request-timeout=20s'],
    { hint: AWAY },
  );
  await commands.look(
    'kubectl',
    ['auth', 'can-i', '*', '*', '--all-namespaces', '--request-timeout=20s'],
    { hint: AWAY },
  );
}
