import { join } from 'node:path';
import { fetchProvider } from '../../terraform/fetchProvider';
import { terraformCliConfig } from '../../terraform/terraformCliConfig';
import { need, type StartContext } from '../StartContext';

export async function prepareProviders(
  context: Pick<
    StartContext,
    'home' | 'progress' | 'signal' | 'terraform' | 'cliConfig'
  >,
): Promise<void> {
  const { home, progress } = context;
  const folder = join(home, 'terraform');
  const own = [join(folder, 'providers')];
  context.cliConfig = await terraformCliConfig(folder, { own });
  if (context.cliConfig.source !== 'registry') return;

  progress.line('  no mirror has it: Terraform fetches it, 150 MB');
  await fetchProvider(need(context, 'terraform').path, own[0], context.signal);
  context.cliConfig = await terraformCliConfig(folder, { own });
}
