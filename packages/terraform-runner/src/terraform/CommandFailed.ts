import type { TerraformDiagnostic } from './messages';

/** How {@link describeEnd} tells of a kill. */
const KILLED = 'SIGKILL';

/** A Terraform command ended with an error. What it said stands in the diagnostics. */
export class CommandFailed extends Error {
  readonly command: string;
  readonly errors: TerraformDiagnostic[];
  /** Whether it was killed, and so had no chance to save anything. */
  readonly killed: boolean;

  constructor(command: string, errors: TerraformDiagnostic[], end: string) {
    super(`terraform ${command} ended with ${end}`);
    this.name = 'CommandFailed';
    this.command = command;
    this.errors = errors;
    this.killed = end === KILLED;
  }
}
