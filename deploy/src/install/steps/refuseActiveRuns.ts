import { z } from 'zod';
import type { InstallContext } from '../InstallContext';
import { InstallError } from '../InstallError';

const jobsSchema = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ name: z.string() }),
      status: z
        .object({ active: z.number().default(0) })
        .default({ active: 0 }),
    }),
  ),
});

/** @throws InstallError while a runner may be in the middle of an apply */
export async function refuseActiveRuns(context: InstallContext): Promise<void> {
  if (!context.hasCluster) return;
  const { items } = await context.commands.json(jobsSchema, 'kubectl', [
    '--namespace',
    'terrastage-runs',
    'get',
    'jobs',
    '--output',
    'json',
  ]);
  const active = items.filter(({ status }) => status.active > 0);
  if (active.length) {
    throw new InstallError(
      `${active.length} run(s) are under way: ${active
        .map(({ metadata }) => metadata.name)
        .join(', ')}`,
      'Wait until they have ended, or cancel them in the portal. Nothing was taken away.',
    );
  }
}
