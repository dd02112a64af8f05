import type { TerraformCli } from './TerraformCli';
import type { TerraformMessage } from './messages';
import { runCommand } from './runCommand';

export function initArgs(): string[] {
  return ['init', '-json', '-input=false'];
}

/** `terraform init`: backend, providers and local modules. */
export async function init(cli: TerraformCli): Promise<void> {
  await runCommand(cli, { args: initArgs(), isNoise: isAboutLockFile });
}

/** The lock file is for this run alone, so what it lacks for other platforms does not matter. */
function isAboutLockFile(message: TerraformMessage): boolean {
  return (
    message.type === 'diagnostic' &&
    message.diagnostic.summary ===
      'Incomplete lock file information for providers'
  );
}
