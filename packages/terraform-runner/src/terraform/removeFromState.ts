import { runCommand } from './runCommand';
import type { TerraformCli } from './TerraformCli';

export type RemoveFromStateOptions = {
  addresses: readonly string[];
  lockTimeoutSeconds: number;
};

export function removeFromStateArgs(options: RemoveFromStateOptions): string[] {
  return [
    'state',
    'rm',
    `-lock-timeout=${options.lockTimeoutSeconds}s`,
    ...options.addresses,
  ];
}

/** `terraform state rm`: what it names is no longer managed, and stays in AWS. */
export async function removeFromState(
  cli: TerraformCli,
  options: RemoveFromStateOptions,
): Promise<void> {
  await runCommand(cli, { args: removeFromStateArgs(options) });
}
