import { join } from 'node:path';
import { outputsOf, type InstallContext } from '../InstallContext';

export async function sayAddresses(context: InstallContext): Promise<void> {
  const { commands, folder, say } = context;
  const { portal_url: url, login } = outputsOf(context, 'cluster');
  say(`  The portal   ${url}`);
  say(`  Its health   ${url}/.backstage/health/v1/readiness`);
  say(`  The login    ${login.url}`);
  say(`  The cluster  export KUBECONFIG=${join(folder, 'kubeconfig')}`);
  if (commands.dryRun) say('Nothing was changed.');
}
