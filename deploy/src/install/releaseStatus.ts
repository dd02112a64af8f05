import { z } from 'zod';
import type { InstallContext } from './InstallContext';

const releasesSchema = z.array(
  z.object({ name: z.string(), status: z.string() }),
);

/** Of a Helm release, such as deployed, failed or pending-upgrade; undefined where there is none. */
export async function releaseStatus(
  { commands }: InstallContext,
  { name, namespace }: { name: string; namespace: string },
): Promise<string | undefined> {
  const releases = await commands.json(releasesSchema, 'helm', [
    'list',
    '--namespace',
    namespace,
    '--deployed',
    '--failed',
    '--pending',
    '--filter',
    `^${name}$`,
    '--output',
    'json',
  ]);
  return releases[0]?.status;
}
