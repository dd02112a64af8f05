import type { TerraformDiagnostic } from './messages';

/** A Terraform command ended with an error. What it said stands in the diagnostics. */
export class CommandFailed extends Error {
  readonly command: string;
  readonly errors: TerraformDiagnostic[];

  constructor(command: string, errors: TerraformDiagnostic[], end: string) {
    super(`terraform ${command} ended with ${end}`);
    this.name = 'CommandFailed';
    this.command = command;
    this.errors = errors;
  }
}
