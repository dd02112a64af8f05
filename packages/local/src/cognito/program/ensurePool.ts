import {
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DescribeUserPoolClientCommand,
  ListUserPoolClientsCommand,
  ListUserPoolsCommand,
  UpdateUserPoolClientCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { userPoolSettings } from '@terrastage/plugin-catalog-backend-module-cognito/sync';

const NAME = 'terrastage';

export type PoolClient = {
  userPoolId: string;
  clientId: string;
  clientSecret: string;
  callbackUrls: string[];
  logoutUrls: string[];
};

/** The pool and its client, made unless an earlier start has left them. */
export async function ensurePool(
  api: CognitoIdentityProviderClient,
  urls: { callbackUrls: string[]; logoutUrls: string[] },
): Promise<PoolClient> {
  const userPoolId = await ensureUserPool(api);
  const settings = {
    UserPoolId: userPoolId,
    ClientName: NAME,
    AllowedOAuthFlows: ['code' as const],
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthScopes: ['openid', 'profile', 'email'],
    CallbackURLs: urls.callbackUrls,
    LogoutURLs: urls.logoutUrls,
  };
  const { UserPoolClients } = await api.send(
    new ListUserPoolClientsCommand({ UserPoolId: userPoolId, MaxResults: 1 }),
  );
  const existing = UserPoolClients?.[0]?.ClientId;
  if (existing) {
    await api.send(
      new UpdateUserPoolClientCommand({ ...settings, ClientId: existing }),
    );
  }
  const { UserPoolClient: client } = existing
    ? await api.send(
        new DescribeUserPoolClientCommand({
          UserPoolId: userPoolId,
          ClientId: existing,
        }),
      )
    : await api.send(
        new CreateUserPoolClientCommand({ ...settings, GenerateSecret: true }),
      );
  return {
    userPoolId,
    clientId: client!.ClientId!,
    clientSecret: client!.ClientSecret!,
    ...urls,
  };
}

async function ensureUserPool(
  api: CognitoIdentityProviderClient,
): Promise<string> {
  const { UserPools } = await api.send(
    new ListUserPoolsCommand({ MaxResults: 60 }),
  );
  const existing = UserPools?.find(({ Name }) => Name === NAME);
  if (existing) return existing.Id!;
  const { UserPool } = await api.send(
    new CreateUserPoolCommand(userPoolSettings(NAME)),
  );
  return UserPool!.Id!;
}
