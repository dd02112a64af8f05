import { NotAllowedError } from '@backstage/errors';
import { generatePassword, type PoolUser } from '../pool';
import { writeJson, type CommandContext } from './CommandContext';
import { emailOf } from './emailOf';
import { exitCodes, type ExitCode } from './exitCodes';
import { guardPassword } from './guardPassword';

export type OnePersonOptions = { dryRun?: boolean };

export type ResetPasswordOptions = OnePersonOptions & {
  byEmail?: boolean;
  printPassword?: boolean;
};

/** Gives a person a new temporary password, or has Cognito send a code. */
export async function resetPasswordCommand(
  context: CommandContext,
  person: string,
  options: ResetPasswordOptions,
): Promise<ExitCode> {
  const { pool, output } = context;
  if (!options.byEmail && !options.dryRun) guardPassword(output, options);
  if (options.byEmail) {
    return onePerson(context, person, 'reset-password', options, async user => {
      await pool.sendPasswordReset(user.username);
      return { message: `${user.email} gets an email with a code.` };
    });
  }
  return onePerson(context, person, 'reset-password', options, async user => {
    const temporaryPassword = generatePassword(await pool.check());
    await pool.setTemporaryPassword(user.username, temporaryPassword);
    return {
      message:
        `Temporary password of ${user.email}, shown once: ${temporaryPassword}\n` +
        'The login asks for one of the person’s own.',
      temporaryPassword,
    };
  });
}

/** Takes the login from a person, also from one whom the files name. */
export function disableCommand(
  context: CommandContext,
  person: string,
  options: OnePersonOptions,
): Promise<ExitCode> {
  return onePerson(context, person, 'disable-user', options, async user => {
    await context.pool.disableUser(user.username, { bySync: false });
    return {
      message: `${user.email} cannot log in any more. No sync changes that; users enable does.`,
    };
  });
}

/** Gives a person the login back. */
export function enableCommand(
  context: CommandContext,
  person: string,
  options: OnePersonOptions,
): Promise<ExitCode> {
  return onePerson(context, person, 'enable-user', options, async user => {
    await context.pool.enableUser(user.username);
    return {
      message: `${user.email} can log in. The next sync takes that back if the users files lack the email.`,
    };
  });
}

type Done = { message: string; temporaryPassword?: string };

async function onePerson(
  context: CommandContext,
  person: string,
  action: string,
  { dryRun }: OnePersonOptions,
  work: (user: PoolUser) => Promise<Done>,
): Promise<ExitCode> {
  const { pool, audit, output, json } = context;
  const email = await emailOf(context, person);
  const user = await pool.find(email);
  if (!user.managed) {
    throw new NotAllowedError(
      `${email} was made by somebody else and is left alone. ` +
        'If the users files name this person: users sync --adopt',
    );
  }
  if (dryRun) {
    if (json) writeJson(context, { email, action, dryRun: true });
    else output.out(`Would do ${action} for ${email}.\n`);
    return exitCodes.ok;
  }
  let done: Done;
  try {
    done = await work(user);
  } catch (cause) {
    const error = cause as Error;
    await audit.record({ action, subject: email, outcome: 'failure', error });
    throw error;
  }
  await audit.record({ action, subject: email, outcome: 'success' });
  const { message, temporaryPassword } = done;
  if (json) {
    writeJson(context, {
      email,
      action,
      ...(temporaryPassword && { temporaryPassword }),
    });
  } else {
    output.out(`${message}\n`);
  }
  return exitCodes.ok;
}
