import type { CreateUserPoolCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import { DISABLED_BY, MANAGED_BY } from './marks';

/**
 * The settings of a pool that the sync relies on: email as the name to log in by,
 * nobody signs up, and the two marks. For pools of tests and local starts; on AWS
 * Terraform makes the pool.
 */
export function userPoolSettings(name: string): CreateUserPoolCommandInput {
  return {
    PoolName: name,
    UsernameAttributes: ['email'],
    AutoVerifiedAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    Policies: {
      PasswordPolicy: {
        MinimumLength: 12,
        RequireLowercase: true,
        RequireNumbers: true,
        RequireSymbols: true,
        RequireUppercase: true,
        TemporaryPasswordValidityDays: 7,
      },
    },
    Schema: [MANAGED_BY, DISABLED_BY].map(attribute => ({
      Name: attribute.replace('custom:', ''),
      AttributeDataType: 'String',
      Mutable: true,
    })),
  };
}
