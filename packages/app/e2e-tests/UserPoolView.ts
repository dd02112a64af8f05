import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { LocalCognito } from '@terrastage/local/testing';

/** The user pool as its administrator sees it, past the portal. */
export class UserPoolView {
  private readonly api: CognitoIdentityProviderClient;
  private readonly pool: { UserPoolId: string };

  constructor({ url, userPoolId }: LocalCognito) {
    this.pool = { UserPoolId: userPoolId };
    this.api = new CognitoIdentityProviderClient({
      endpoint: url,
      region: 'local',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
  }

  /** Somebody whom the catalog does not know. */
  async addStranger(email: string, password: string): Promise<void> {
    await this.api.send(
      new AdminCreateUserCommand({
        ...this.pool,
        Username: email,
        MessageAction: 'SUPPRESS',
        UserAttributes: [{ Name: 'email_verified', Value: 'true' }],
      }),
    );
    await this.api.send(
      new AdminSetUserPasswordCommand({
        ...this.pool,
        Username: email,
        Password: password,
        Permanent: true,
      }),
    );
  }

  async setVerified(email: string, verified: boolean): Promise<void> {
    await this.api.send(
      new AdminUpdateUserAttributesCommand({
        ...this.pool,
        Username: email,
        UserAttributes: [{ Name: 'email_verified', Value: String(verified) }],
      }),
    );
  }

  /** Ends all that somebody has open. */
  async signOutEverywhere(email: string): Promise<void> {
    await this.api.send(
      new AdminUserGlobalSignOutCommand({ ...this.pool, Username: email }),
    );
  }
}
