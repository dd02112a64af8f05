import type { PoolUser } from '../pool';
import { writeJson, type CommandContext } from './CommandContext';
import { exitCodes, type ExitCode } from './exitCodes';
import { formatTable } from './formatTable';

/** Shows who is in the pool, and works without the users files. */
export async function listCommand(context: CommandContext): Promise<ExitCode> {
  const { users } = await context.pool.read([]);
  const sorted = users.sort((a, b) => labelOf(a).localeCompare(labelOf(b)));
  if (context.json) {
    writeJson(context, { users: sorted });
    return exitCodes.ok;
  }
  const rows = sorted.map(user => [
    labelOf(user),
    user.name ?? '',
    loginOf(user),
    user.managed ? user.groups.join(', ') : '(made by somebody else)',
  ]);
  context.output.out(
    `${formatTable(['EMAIL', 'NAME', 'LOGIN', 'GROUPS'], rows)}\n`,
  );
  return exitCodes.ok;
}

function labelOf({ email, username }: PoolUser): string {
  return email ?? username;
}

function loginOf({ enabled, disabledBySync, status }: PoolUser): string {
  if (!enabled) return disabledBySync ? 'left' : 'disabled by hand';
  if (status === 'FORCE_CHANGE_PASSWORD') return 'temporary password';
  if (status === 'RESET_REQUIRED') return 'password to be reset';
  return 'yes';
}
