import { platformId, type InstallContext } from '../InstallContext';
import { InstallError } from '../InstallError';

/** @throws InstallError unless the platform's name is typed */
export async function confirmDestroy(context: InstallContext): Promise<void> {
  const { ask, commands, say, settings } = context;
  const id = platformId(settings);
  say(`  This takes away the portal, its inventory, its people's logins, the`);
  say(`  cluster and its network. It leaves the state buckets, and all that`);
  say(`  people made: nobody will be left to change or delete it but by hand.`);
  if (commands.dryRun) return;
  const answer = await ask(`  Type ${id} to go on: `);
  if (answer.trim() !== id) {
    throw new InstallError(`That is not ${id}`, 'Nothing was taken away.');
  }
}
