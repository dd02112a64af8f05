import type { TerraformDiagnostic } from './messages';
import type { LogLevel } from './parseLine';

/** Everything that is the same for all Terraform commands of one run. */
export type TerraformCli = {
  /** Path of Terraform or OpenTofu. */
  binary: string;
  /** The root module's folder. */
  workspace: string;
  /** The whole environment of the child. */
  env: Record<string, string>;
  /** Terraform's output goes to files in here, one pair a command. */
  logDir: string;
  /** Aborted when the run is to stop. */
  stop: AbortSignal;
  /** Milliseconds between the SIGINT and the SIGKILL. */
  graceMs: number;
  /** One line of Terraform's, as text for people. */
  log: (level: LogLevel, line: string) => void;
  diagnostic: (diagnostic: TerraformDiagnostic) => void;
  /** Called with the largest resident set of each command, bytes. */
  measured: (maxRssBytes: number) => void;
};
