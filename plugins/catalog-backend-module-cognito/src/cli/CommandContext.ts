import type { AuditLog } from '../audit';
import type { UsersConfig } from '../config';
import type { Directory } from '../directory';
import type { UserPool } from '../pool';
import type { Output } from './Output';

/** What each subcommand works with. */
export type CommandContext = {
  settings: UsersConfig;
  directory: () => Promise<Directory>;
  pool: UserPool;
  audit: AuditLog;
  output: Output;
  json: boolean;
};

export function writeJson({ output }: CommandContext, value: object) {
  output.out(`${JSON.stringify(value, undefined, 2)}\n`);
}
