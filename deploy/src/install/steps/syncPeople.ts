import { outputsOf, type InstallContext } from '../InstallContext';

/** Brings the people of this repository's files into the user pool; those of other files the portal brings. */
export async function syncPeople(context: InstallContext): Promise<void> {
  const { commands, settings, usersCommand, say } = context;
  if (settings.people) {
    say('  the portal brings them from Git within ten minutes');
    return;
  }
  const [program, ...first] = usersCommand;
  await commands.change(
    program,
    [
      ...first,
      'sync',
      '--user-pool-id',
      outputsOf(context, 'cluster').login.user_pool_id,
      '--region',
      settings.region,
    ],
    { hint: 'The portal stands; catalog/docs/operations/users.md says more.' },
  );
}
