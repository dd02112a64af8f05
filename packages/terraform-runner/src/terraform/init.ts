import type { TerraformCli } from './TerraformCli';
import { runCommand } from './runCommand';

export function initArgs(): string[] {
  return ['init', '-json', '-input=false'];
}

/** `terraform init`: backend, providers and local modules. */
export async function init(cli: TerraformCli): Promise<void> {
  await runCommand(cli, { args: initArgs() });
}
