export const PLATFORM_ACCOUNT = '123456789012';
export const SECOND_ACCOUNT = '210987654321';

const KEY = '11111111-2222-3333-4444-555555555555';

/** Variables of the access stack for a platform with a second account. */
export function accessVariables() {
  return {
    region: 'us-east-1',
    account: PLATFORM_ACCOUNT,
    oidc_issuer: 'https://oidc.eks.us-east-1.amazonaws.com/id/ABCDEF',
    user_pool_arn: `arn:aws:cognito-idp:us-east-1:${PLATFORM_ACCOUNT}:userpool/us-east-1_AbCdEf123`,
    state: {
      buckets: ['terrastage-123456789012-dev-state'],
      kms_key_arn: `arn:aws:kms:us-east-1:${PLATFORM_ACCOUNT}:key/${KEY}`,
    },
    bucket_names: ['acme-*'],
    resource_regions: ['us-east-1'],
    secret_arns: [
      `arn:aws:secretsmanager:us-east-1:${PLATFORM_ACCOUNT}:secret:terrastage/portal-abc`,
    ],
    hosted_zone_id: 'Z0123456789ABCDEFGHIJ',
    second_account: {
      account: SECOND_ACCOUNT,
      region: 'eu-west-1',
      role_arn: `arn:aws:iam::${SECOND_ACCOUNT}:role/platform`,
      state_buckets: ['terrastage-210987654321-prod-state'],
      kms_key_arn: `arn:aws:kms:eu-west-1:${SECOND_ACCOUNT}:key/${KEY}`,
      bucket_names: ['acme-*'],
      resource_regions: ['eu-west-1'],
    },
  };
}
