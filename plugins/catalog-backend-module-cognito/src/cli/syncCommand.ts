import { describeChange } from '../plan';
import { generatePassword, type Invitation } from '../pool';
import { syncUsers, type SyncResult } from '../sync/syncUsers';
import { writeJson, type CommandContext } from './CommandContext';
import { exitCodes, type ExitCode } from './exitCodes';
import { explainError } from './explainError';
import { formatTable } from './formatTable';
import { guardPassword } from './guardPassword';
import { planCommand, type PlanCommandOptions } from './planCommand';
import { showPlan } from './showPlan';

export type SyncCommandOptions = PlanCommandOptions & {
  dryRun?: boolean;
  generatePasswords?: boolean;
  printPassword?: boolean;
};

/** Brings the pool in line, and shows what was done. */
export async function syncCommand(
  context: CommandContext,
  options: SyncCommandOptions,
): Promise<ExitCode> {
  if (options.dryRun) return planCommand(context, options);
  if (options.generatePasswords) guardPassword(context.output, options);

  const result = await syncUsers({
    ...context,
    invite: await inviter(context, options),
    limits: context.settings,
    concurrency: context.settings.concurrency,
    allowRemovals: options.allowRemovals,
    adopt: options.adopt,
  });
  if (context.json) writeResult(context, result);
  else showResult(context, result);
  return result.failed.length > 0 ? exitCodes.failed : exitCodes.ok;
}

async function inviter(
  { pool, settings }: CommandContext,
  { generatePasswords }: SyncCommandOptions,
): Promise<() => Invitation> {
  if (!generatePasswords) return () => ({ by: settings.invitation });
  const policy = await pool.check();
  return () => ({ by: 'none', temporaryPassword: generatePassword(policy) });
}

function writeResult(context: CommandContext, result: SyncResult) {
  const { applied, failed, passwords, plan } = result;
  writeJson(context, {
    applied,
    failed: failed.map(({ change, error }) => ({
      change,
      error: `${error.name}: ${error.message}`,
    })),
    leftAlone: plan.leftAlone,
    ...(passwords.size > 0 && {
      temporaryPasswords: Object.fromEntries(passwords),
    }),
  });
}

function showResult({ output }: CommandContext, result: SyncResult) {
  const { applied, failed, passwords, plan } = result;
  output.out(`${showPlan(plan)}\n`);
  if (plan.changes.length > 0) {
    output.out(`\n${applied.length} of ${plan.changes.length} changes made.\n`);
  }
  for (const { change, error } of failed) {
    const { who, what } = describeChange(change);
    output.err(`${who}: ${what} failed. ${explainError(error)}\n`);
  }
  if (passwords.size > 0) {
    const rows = [...passwords].map(([email, password]) => [email, password]);
    output.out(
      `\n${formatTable(['NEW', 'TEMPORARY PASSWORD, SHOWN ONCE'], rows)}\n`,
    );
  }
}
