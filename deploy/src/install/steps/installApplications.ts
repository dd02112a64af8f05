import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { InstallContext } from '../InstallContext';
import { readApplications, type Application } from '../readApplications';
import { releaseStatus } from '../releaseStatus';

const NOT_READY =
  'What its pods say: kubectl --kubeconfig <the file above> get pods --all-namespaces. catalog/docs/operations/aws.md has what breaks, and what to do.';

/** Installs each application, or brings it in line, and waits until it stands before the next. */
export async function installApplications(
  context: InstallContext,
): Promise<void> {
  const applications = await readApplications(context, context.valuesFile!);
  for (const application of applications) {
    context.say(`  ${application.name}`);
    await mend(context, application);
    await upgrade(context, application);
  }
}

/** An upgrade that was interrupted would refuse every later one. */
async function mend(
  context: InstallContext,
  { name, namespace }: Application,
): Promise<void> {
  const { commands, say } = context;
  const status = await releaseStatus(context, { name, namespace });
  if (!status?.startsWith('pending')) return;
  say(`  ${name} was interrupted (${status})`);
  await commands.change(
    'helm',
    status === 'pending-install'
      ? ['uninstall', name, '--namespace', namespace, '--wait']
      : ['rollback', name, '--namespace', namespace, '--wait'],
  );
}

async function upgrade(
  { commands, folder }: InstallContext,
  { name, namespace, chart, values }: Application,
): Promise<void> {
  const file = join(folder, 'applications', `${name}.yaml`);
  await mkdir(join(folder, 'applications'), { recursive: true });
  await writeFile(file, stringify(values));
  await commands.change(
    'helm',
    [
      'upgrade',
      '--install',
      name,
      ...chart,
      '--namespace',
      namespace,
      '--create-namespace',
      '--values',
      file,
      '--wait',
      '--timeout',
      '15m',
    ],
    { hint: NOT_READY },
  );
}
