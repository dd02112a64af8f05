import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { userPoolSettings } from '../pool';

export type TestPool = {
  client: CognitoIdentityProviderClient;
  userPoolId: string;
};

/** A client that waits like AWS' own, but not for as long. */
export function testClient(url: string): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    retryMode: 'adaptive',
    maxAttempts: 8,
  });
}

/** A pool set up as ours is. */
export async function createTestPool(
  url: string,
  overrides: Partial<CreateUserPoolCommandInput> = {},
): Promise<TestPool> {
  const client = testClient(url);
  const { UserPool } = await client.send(
    new CreateUserPoolCommand({ ...userPoolSettings('people'), ...overrides }),
  );
  return { client, userPoolId: UserPool!.Id! };
}
