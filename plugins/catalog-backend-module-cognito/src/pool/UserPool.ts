import type { PasswordPolicyType } from '@aws-sdk/client-cognito-identity-provider';
import type { PoolState, PoolUser } from './PoolState';

/** How somebody new gets in. */
export type Invitation =
  /** Cognito sends an email with a temporary password. */
  | { by: 'email' }
  /** Nobody is told; the temporary password is this one, or nobody knows it. */
  | { by: 'none'; temporaryPassword?: string };

export type CreateUserResult = {
  username: string;
  /** False when somebody else, such as a second portal, was quicker. */
  created: boolean;
  /** Whether the user that is there now carries this portal's mark. */
  managed: boolean;
};

/** What the sync and the command need of a user pool; each method is idempotent. */
export interface UserPool {
  /**
   * Whether the pool is set up as ours.
   *
   * @returns its rules for passwords
   * @throws PoolNotFitError
   */
  check(): Promise<PasswordPolicyType>;
  read(groups: string[]): Promise<PoolState>;
  /** @throws NotFoundError */
  find(email: string): Promise<PoolUser>;
  createGroup(name: string): Promise<void>;
  createUser(
    user: { email: string; name: string },
    invitation: Invitation,
  ): Promise<CreateUserResult>;
  /** Puts the mark on a user whom somebody else made, and vouches for the email. */
  adoptUser(username: string, name: string): Promise<void>;
  updateUser(
    username: string,
    fields: { name?: string; emailVerified?: true },
  ): Promise<void>;
  /** `bySync`: a later sync may enable the user again. */
  disableUser(username: string, options: { bySync: boolean }): Promise<void>;
  enableUser(username: string): Promise<void>;
  addToGroup(username: string, group: string): Promise<void>;
  removeFromGroup(username: string, group: string): Promise<void>;
  /** To be replaced at the next login. */
  setTemporaryPassword(username: string, password: string): Promise<void>;
  /** Cognito sends an email with a code; the password no longer works. */
  sendPasswordReset(username: string): Promise<void>;
}
