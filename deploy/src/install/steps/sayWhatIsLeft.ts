import type { InstallContext } from '../InstallContext';

export async function sayWhatIsLeft(context: InstallContext): Promise<void> {
  const { commands, folder, outputs, say } = context;
  for (const bucket of Object.values(outputs.bootstrap?.state_buckets ?? {})) {
    say(`  left: s3://${bucket}`);
  }
  say(`  With them goes what is known of all that people made. To take them`);
  say(
    `  away all the same: terraform -chdir=${folder}/bootstrap destroy, after`,
  );
  say(`  an apply with force_destroy=true.`);
  if (commands.dryRun) say('Nothing was changed.');
}
