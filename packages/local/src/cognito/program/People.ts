import {
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminListGroupsForUserCommand,
  AdminSetUserPasswordCommand,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { PoolClient } from './ensurePool';

export type Person = {
  /** Cognito's own, and `sub`. */
  username: string;
  email: string;
  emailVerified: boolean;
  name?: string;
  enabled: boolean;
  status: string;
};

/** The people of the pool, as the login sees them. */
export class People {
  /** Whose password an administrator took; only a code leads to a new one. */
  private readonly toBeReset = new Set<string>();

  constructor(
    private readonly api: CognitoIdentityProviderClient,
    private readonly client: PoolClient,
  ) {}

  /** By email in any case, or by Cognito's own name. */
  async find(name: string): Promise<Person | undefined> {
    try {
      const user = await this.api.send(
        new AdminGetUserCommand(this.user(name.trim().toLowerCase())),
      );
      const attribute = (key: string) =>
        user.UserAttributes?.find(({ Name }) => Name === key)?.Value;
      const username = user.Username!;
      return {
        username,
        email: attribute('email') ?? '',
        emailVerified: attribute('email_verified') === 'true',
        name: attribute('name'),
        enabled: user.Enabled ?? true,
        status: this.toBeReset.has(username)
          ? 'RESET_REQUIRED'
          : user.UserStatus ?? 'UNKNOWN',
      };
    } catch (error) {
      if ((error as Error).name === 'UserNotFoundException') return undefined;
      throw error;
    }
  }

  async hasPassword(person: Person, password: string): Promise<boolean> {
    if (!password) return false;
    try {
      await this.api.send(
        new AdminInitiateAuthCommand({
          UserPoolId: this.client.userPoolId,
          ClientId: this.client.clientId,
          AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: person.username, PASSWORD: password },
        }),
      );
      return true;
    } catch (error) {
      // What cognito-local says of a wrong one, and what Cognito says.
      const { name } = error as Error;
      if (name === 'InvalidPasswordException') return false;
      if (name === 'NotAuthorizedException') return false;
      throw error;
    }
  }

  async groupsOf(person: Person): Promise<string[]> {
    const { Groups } = await this.api.send(
      new AdminListGroupsForUserCommand(this.user(person.username)),
    );
    return (Groups ?? []).map(({ GroupName }) => GroupName!).sort();
  }

  async setPassword(person: Person, password: string): Promise<void> {
    await this.api.send(
      new AdminSetUserPasswordCommand({
        ...this.user(person.username),
        Password: password,
        Permanent: true,
      }),
    );
    this.toBeReset.delete(person.username);
  }

  /** The old password no longer works; a mail with a code stands in the log. */
  async requireReset(person: Person, unknowable: string): Promise<void> {
    await this.setPassword(person, unknowable);
    this.toBeReset.add(person.username);
    await this.api.send(
      new ForgotPasswordCommand({
        ClientId: this.client.clientId,
        Username: person.username,
      }),
    );
  }

  /** @returns false when the code is wrong */
  async resetByCode(
    person: Person,
    code: string,
    password: string,
  ): Promise<boolean> {
    // cognito-local would take a missing code for one that was never sent.
    if (!code || !this.toBeReset.has(person.username)) return false;
    try {
      await this.api.send(
        new ConfirmForgotPasswordCommand({
          ClientId: this.client.clientId,
          Username: person.username,
          ConfirmationCode: code,
          Password: password,
        }),
      );
    } catch (error) {
      if ((error as Error).name === 'CodeMismatchException') return false;
      throw error;
    }
    this.toBeReset.delete(person.username);
    return true;
  }

  private user(username: string) {
    return { UserPoolId: this.client.userPoolId, Username: username };
  }
}
