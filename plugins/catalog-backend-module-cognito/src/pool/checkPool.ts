import {
  DescribeUserPoolCommand,
  type CognitoIdentityProviderClient,
  type PasswordPolicyType,
} from '@aws-sdk/client-cognito-identity-provider';
import { CustomErrorBase } from '@backstage/errors';
import { DISABLED_BY, MANAGED_BY } from './marks';

/** The user pool is not set up in the way that the sync relies on. */
export class PoolNotFitError extends CustomErrorBase {
  name = 'PoolNotFitError' as const;
  constructor(userPoolId: string, faults: string[]) {
    super(
      `The user pool ${userPoolId} cannot be used, nothing was changed:\n${faults
        .map(fault => `- ${fault}`)
        .join('\n')}`,
    );
  }
}

/**
 * Looks whether the pool is one in which email is identity and only the portal
 * lets people in.
 *
 * @returns its rules for passwords
 * @throws PoolNotFitError with all that is wrong and how to mend it
 */
export async function checkPool(
  client: CognitoIdentityProviderClient,
  userPoolId: string,
): Promise<PasswordPolicyType> {
  const { UserPool: pool } = await client.send(
    new DescribeUserPoolCommand({ UserPoolId: userPoolId }),
  );
  const faults: string[] = [];
  if (!pool?.UsernameAttributes?.includes('email')) {
    faults.push(
      'People must log in by email: make a pool with username_attributes = ["email"] (it cannot be changed later)',
    );
  }
  if (!pool?.AdminCreateUserConfig?.AllowAdminCreateUserOnly) {
    faults.push(
      'Anybody can sign up: set admin_create_user_config { allow_admin_create_user_only = true }',
    );
  }
  const attributes = new Set(pool?.SchemaAttributes?.map(({ Name }) => Name));
  for (const name of [MANAGED_BY, DISABLED_BY]) {
    if (!attributes.has(name)) {
      faults.push(
        `It has no attribute ${name}: add schema { name = "${name.replace(
          'custom:',
          '',
        )}", attribute_data_type = "String", mutable = true }`,
      );
    }
  }
  if (faults.length > 0) throw new PoolNotFitError(userPoolId, faults);
  return pool?.Policies?.PasswordPolicy ?? {};
}
