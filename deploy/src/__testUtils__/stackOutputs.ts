const ACCOUNT = '123456789012';
const role = (name: string) =>
  `arn:aws:iam::${ACCOUNT}:role/terrastage-${name}`;
const secret = (name: string) =>
  `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:${name}`;
const outputs = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, { value }]),
  );

/** What `terraform output -json` says of each stack. */
export const stackOutputs = {
  bootstrap: outputs({
    state_buckets: {
      dev: `terrastage-${ACCOUNT}-dev-state`,
      platform: `terrastage-${ACCOUNT}-platform-state`,
    },
    kms_key_arn: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`,
    backend: {
      bucket: `terrastage-${ACCOUNT}-platform-state`,
      region: 'eu-west-1',
      kms_key_id: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`,
      encrypt: true,
      use_lockfile: true,
    },
  }),
  cluster: outputs({
    cluster_name: 'terrastage',
    oidc_issuer: 'https://oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF',
    load_balancer_cidr_blocks: ['10.64.0.0/19'],
    data_cidr_blocks: ['10.64.224.0/22'],
    target_group_arn: `arn:aws:elasticloadbalancing:eu-west-1:${ACCOUNT}:targetgroup/terras/0123`,
    portal_url: 'https://portal.example.com',
    portal_secret_arn: secret('terrastage/portal-abc'),
    database: {
      host: 'terrastage.abc.eu-west-1.rds.amazonaws.com',
      port: 5432,
      name: 'terrastage',
      secret_arn: secret('rds!db-1234'),
    },
    login: {
      user_pool_id: 'eu-west-1_AbCdEf123',
      user_pool_arn: `arn:aws:cognito-idp:eu-west-1:${ACCOUNT}:userpool/eu-west-1_AbCdEf123`,
      client_id: 'abc123',
      metadata_url:
        'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123/.well-known/openid-configuration',
      url: 'https://acme.auth.eu-west-1.amazoncognito.com',
    },
    repositories: {
      portal: `${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/terrastage/portal`,
      runner: `${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/terrastage/runner`,
    },
  }),
  access: outputs({
    portal_role_arn: role('portal'),
    external_secrets_role_arn: role('external-secrets'),
    external_dns_role_arn: null,
    runner_role_arn: role('runner'),
    template_role_arns: { 's3-bucket': role('s3-bucket'), vpc: role('vpc') },
    made_boundary_arn: `arn:aws:iam::${ACCOUNT}:policy/terrastage-made-boundary`,
    second_account: null,
  }),
};
