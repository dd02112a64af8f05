import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import {
  startLocalKubernetes,
  type LocalKubernetes,
} from '../kubernetes/startLocalKubernetes';
import { restartPortal } from '../start/restartPortal';
import { need } from '../start/StartContext';
import type { Started } from '../start/startTerrastage';

/**
 * Leads the portal to a stand-in for a cluster, with runners that wait, for as long as something is measured.
 *
 * @param pods - how many of them the cluster takes.
 */
export async function withPortalOnKubernetes(
  { context }: Started,
  pods: number,
  measure: (cluster: LocalKubernetes) => Promise<void>,
): Promise<void> {
  const image = 'terrastage-runner';
  const { configFiles } = need(context, 'settings');
  const cluster = await startLocalKubernetes({
    images: { [image]: { command: ['sleep', '600'] } },
    nodes: { 'node-1': pods },
  });
  try {
    const { namespace, kubeconfig } = cluster;
    const file = join(context.runDir, 'app-config.kubernetes.yaml');
    const kubernetes = { namespace, image, kubeconfig };
    await writeFile(
      file,
      stringify({ resources: { launcher: { kubernetes } } }),
    );
    configFiles.push(file);
    await restartPortal(context);
    await measure(cluster);
  } finally {
    configFiles.pop();
    await restartPortal(context);
    await cluster.stop();
  }
}
