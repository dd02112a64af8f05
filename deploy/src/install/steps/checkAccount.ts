import { z } from 'zod';
import type { InstallContext } from '../InstallContext';
import { InstallError } from '../InstallError';

const identitySchema = z.object({ Account: z.string(), Arn: z.string() });

/** @throws InstallError where there are no credentials, or those of another account */
export async function checkAccount(context: InstallContext): Promise<void> {
  const { commands, settings, say } = context;
  commands.setVariable('AWS_REGION', settings.region);
  commands.setVariable('AWS_DEFAULT_REGION', settings.region);
  commands.setVariable('AWS_PAGER', '');
  const { Account: account, Arn: arn } = await commands.json(
    identitySchema,
    'aws',
    ['sts', 'get-caller-identity', '--output', 'json'],
    { hint: 'Log in to AWS (aws sso login), or set AWS_PROFILE.' },
  );
  if (account !== settings.account) {
    throw new InstallError(
      `These are credentials of the account ${account}, and the settings name ${settings.account}`,
      'Set AWS_PROFILE to one of that account. Nothing was changed.',
    );
  }
  say(`  ${arn}`);
}
