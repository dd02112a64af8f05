import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminResetUserPasswordCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  CreateGroupCommand,
  GroupExistsException,
  UsernameExistsException,
  UserNotFoundException,
  type CognitoIdentityProviderClient,
  type PasswordPolicyType,
} from '@aws-sdk/client-cognito-identity-provider';
import { NotFoundError } from '@backstage/errors';
import pLimit from 'p-limit';
import { checkPool } from './checkPool';
import { DISABLED_BY, groupDescription, MANAGED_BY } from './marks';
import type { PoolState, PoolUser } from './PoolState';
import { readPool, toPoolUser } from './readPool';
import type { CreateUserResult, Invitation, UserPool } from './UserPool';

export type CognitoUserPoolOptions = {
  client: CognitoIdentityProviderClient;
  userPoolId: string;
  /** This portal's mark on its users. Default: terrastage. */
  mark?: string;
  /** Calls at once while reading. Default: 5. */
  concurrency?: number;
};

/** A Cognito user pool in which email is the name to log in by. */
export class CognitoUserPool implements UserPool {
  private readonly client: CognitoIdentityProviderClient;
  private readonly userPoolId: string;
  private readonly mark: string;
  private readonly concurrency: number;

  constructor(options: CognitoUserPoolOptions) {
    this.client = options.client;
    this.userPoolId = options.userPoolId;
    this.mark = options.mark ?? 'terrastage';
    this.concurrency = options.concurrency ?? 5;
  }

  check(): Promise<PasswordPolicyType> {
    return checkPool(this.client, this.userPoolId);
  }

  read(groups: string[]): Promise<PoolState> {
    const { client, userPoolId, mark } = this;
    const limit = pLimit(this.concurrency);
    return readPool({ client, userPoolId, mark, groups, limit });
  }

  async find(email: string): Promise<PoolUser> {
    try {
      const user = await this.client.send(
        new AdminGetUserCommand(this.user(email.toLowerCase())),
      );
      return toPoolUser(
        { ...user, Attributes: user.UserAttributes },
        this.mark,
      );
    } catch (error) {
      if (error instanceof UserNotFoundException) {
        throw new NotFoundError(
          `Nobody in the user pool ${this.userPoolId} has the email ${email}`,
          error,
        );
      }
      throw error;
    }
  }

  async createGroup(name: string): Promise<void> {
    try {
      await this.client.send(
        new CreateGroupCommand({
          UserPoolId: this.userPoolId,
          GroupName: name,
          Description: groupDescription(this.mark),
        }),
      );
    } catch (error) {
      if (!(error instanceof GroupExistsException)) throw error;
    }
  }

  async createUser(
    { email, name }: { email: string; name: string },
    invitation: Invitation,
  ): Promise<CreateUserResult> {
    try {
      const { User } = await this.client.send(
        new AdminCreateUserCommand({
          ...this.user(email),
          UserAttributes: [
            { Name: 'email', Value: email },
            { Name: 'email_verified', Value: 'true' },
            { Name: 'name', Value: name },
            { Name: MANAGED_BY, Value: this.mark },
          ],
          ...(invitation.by === 'email'
            ? { DesiredDeliveryMediums: ['EMAIL'] }
            : {
                MessageAction: 'SUPPRESS',
                TemporaryPassword: invitation.temporaryPassword,
              }),
        }),
      );
      return { username: User!.Username!, created: true, managed: true };
    } catch (error) {
      if (!(error instanceof UsernameExistsException)) throw error;
      const { username, managed } = await this.find(email);
      return { username, created: false, managed };
    }
  }

  async adoptUser(username: string, name: string) {
    await this.setAttributes(username, {
      email_verified: 'true',
      name,
      [MANAGED_BY]: this.mark,
    });
  }

  async updateUser(
    username: string,
    { name, emailVerified }: { name?: string; emailVerified?: true },
  ) {
    await this.setAttributes(username, {
      ...(name !== undefined && { name }),
      ...(emailVerified && { email_verified: 'true' }),
    });
  }

  async disableUser(username: string, { bySync }: { bySync: boolean }) {
    // The mark first: an interruption in between must not look as if somebody
    // had disabled the user by hand, which the sync would respect for ever.
    await this.setAttributes(username, {
      [DISABLED_BY]: bySync ? this.mark : '',
    });
    await this.client.send(new AdminDisableUserCommand(this.user(username)));
  }

  async enableUser(username: string) {
    await this.client.send(new AdminEnableUserCommand(this.user(username)));
    await this.setAttributes(username, { [DISABLED_BY]: '' });
  }

  async addToGroup(username: string, group: string) {
    await this.client.send(
      new AdminAddUserToGroupCommand({
        ...this.user(username),
        GroupName: group,
      }),
    );
  }

  async removeFromGroup(username: string, group: string) {
    await this.client.send(
      new AdminRemoveUserFromGroupCommand({
        ...this.user(username),
        GroupName: group,
      }),
    );
  }

  async setTemporaryPassword(username: string, password: string) {
    await this.client.send(
      new AdminSetUserPasswordCommand({
        ...this.user(username),
        Password: password,
        Permanent: false,
      }),
    );
  }

  async sendPasswordReset(username: string) {
    await this.client.send(
      new AdminResetUserPasswordCommand(this.user(username)),
    );
  }

  private async setAttributes(
    username: string,
    attributes: Record<string, string>,
  ) {
    await this.client.send(
      new AdminUpdateUserAttributesCommand({
        ...this.user(username),
        UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({
          Name,
          Value,
        })),
      }),
    );
  }

  private user(username: string) {
    return { UserPoolId: this.userPoolId, Username: username };
  }
}
