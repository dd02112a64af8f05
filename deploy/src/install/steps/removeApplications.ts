import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { deployPath } from '../../deployPath';
import type { InstallContext } from '../InstallContext';
import { mergeDeep } from '../mergeDeep';

const valuesSchema = z.object({
  applications: z.record(
    z.string(),
    z.object({ namespace: z.string(), wave: z.number() }),
  ),
});

/** Takes the portal first: its pods leave the target group while the cluster can still do that. */
export async function removeApplications(
  context: InstallContext,
): Promise<void> {
  if (!context.hasCluster) return;
  const { commands } = context;
  for (const { name, namespace } of await releases(context)) {
    await commands.change('helm', [
      'uninstall',
      name,
      '--namespace',
      namespace,
      '--ignore-not-found',
      '--wait',
    ]);
  }
  await commands.change('kubectl', [
    'delete',
    'namespace',
    'terrastage-runs',
    '--ignore-not-found',
    '--timeout=10m',
  ]);
}

/** All that there may be, in the reverse of the order in which they came; also what is off by now. */
async function releases({ settings }: InstallContext) {
  const defaults = parse(
    await readFile(deployPath('gitops/values.yaml'), 'utf8'),
  );
  const { applications } = valuesSchema.parse(
    mergeDeep(defaults, settings.values),
  );
  const others = Object.entries(applications)
    .sort(([, one], [, other]) => one.wave - other.wave)
    .reverse()
    .map(([name, { namespace }]) => ({ name, namespace }));
  return [{ name: 'terrastage', namespace: 'terrastage' }, ...others];
}
