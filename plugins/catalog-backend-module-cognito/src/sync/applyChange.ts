import { ConflictError } from '@backstage/errors';
import type { Change, UserChange } from '../plan';
import type { Invitation, UserPool } from '../pool';

export type ChangeTools = {
  pool: UserPool;
  invite: (email: string) => Invitation;
};

/** What came of a change: the user that was created, and words for the audit log. */
export type Done = { username?: string; detail?: Record<string, string> };

/**
 * Does one change. `createdName` is what the pool called a user that this sync has
 * just created. Passwords of new people are put into `passwords`.
 */
export async function applyChange(
  change: UserChange,
  createdName: string | undefined,
  { pool, invite }: ChangeTools,
  passwords: Map<string, string>,
): Promise<Done> {
  switch (change.kind) {
    case 'create-user':
      return createUser(change, invite(change.email), pool, passwords);
    case 'adopt-user':
      await pool.adoptUser(change.username, change.name);
      return {};
    case 'update-user':
      await pool.updateUser(change.username, {
        name: change.fields.name?.to,
        emailVerified: change.fields.emailVerified?.to,
      });
      return { detail: { fields: Object.keys(change.fields).join(',') } };
    case 'enable-user':
      await pool.enableUser(change.username);
      return {};
    case 'disable-user':
      await pool.disableUser(change.username, { bySync: true });
      return {};
    case 'add-to-group':
      await pool.addToGroup(
        change.username ?? createdName ?? change.email,
        change.group,
      );
      return {};
    case 'remove-from-group':
      await pool.removeFromGroup(change.username, change.group);
      return {};
    default:
      throw new Error(`Unknown change ${JSON.stringify(change)}`);
  }
}

async function createUser(
  { email, name }: Extract<Change, { kind: 'create-user' }>,
  invitation: Invitation,
  pool: UserPool,
  passwords: Map<string, string>,
): Promise<Done> {
  const { username, created, managed } = await pool.createUser(
    { email, name },
    invitation,
  );
  if (!managed) {
    throw new ConflictError(
      `Somebody else made ${email} in the user pool meanwhile; it is left alone. ` +
        'To take it over: npm run users -- sync --adopt',
    );
  }
  if (created && invitation.by === 'none' && invitation.temporaryPassword) {
    passwords.set(email, invitation.temporaryPassword);
  }
  return {
    username,
    detail: created
      ? { invitation: invitation.by }
      : { note: 'another portal was quicker' },
  };
}
