const ACCOUNT = '123456789012';
const REGISTRY = `${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/terrastage`;
const role = (name: string) =>
  `arn:aws:iam::${ACCOUNT}:role/terrastage-${name}`;
const secret = (name: string) =>
  `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:${name}`;

/** What has no default. */
export function minimalValues() {
  return {
    portal: {
      url: 'https://portal.example.com',
      image: {
        repository: `${REGISTRY}/portal`,
        digest: `sha256:${'1'.repeat(64)}`,
      },
      roleArn: role('portal'),
    },
    runners: {
      image: {
        repository: `${REGISTRY}/runner`,
        digest: `sha256:${'2'.repeat(64)}`,
      },
      roleArn: role('runner'),
      roleArns: {
        's3-bucket': role('s3-bucket'),
        vpc: role('vpc'),
      },
    },
    resources: {
      environments: {
        dev: {
          region: 'eu-west-1',
          account: ACCOUNT,
          stateBucket: 'terrastage-123456789012-dev-state',
          kmsKeyId: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`,
        },
      },
      costCenters: [{ name: 'CC-1001' }],
    },
    database: {
      host: 'terrastage.abc.eu-west-1.rds.amazonaws.com',
      secretArn: secret('rds!db-1234'),
      cidrs: ['10.64.224.0/22'],
    },
    login: {
      metadataUrl:
        'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123/.well-known/openid-configuration',
      clientId: 'abc123',
      url: 'https://acme.auth.eu-west-1.amazoncognito.com',
      userPoolId: 'eu-west-1_AbCdEf123',
    },
    secrets: {
      arn: secret('terrastage/portal-abc'),
      region: 'eu-west-1',
      roleArn: role('external-secrets'),
    },
    targetGroupBinding: {
      arn: `arn:aws:elasticloadbalancing:eu-west-1:${ACCOUNT}:targetgroup/terras/0123`,
    },
    loadBalancerCidrs: ['10.64.0.0/19'],
  };
}

type Values = Record<string, any>;

/** Values with others over them, as Helm lays them. */
export function withValues(
  over: Values,
  base: Values = minimalValues(),
): Values {
  return Object.entries(over).reduce<Values>(
    (values, [key, value]) => ({
      ...values,
      [key]:
        value && typeof value === 'object' && !Array.isArray(value)
          ? withValues(value, values[key] ?? {})
          : value,
    }),
    base,
  );
}

/** By name: what a chart has to do well in. */
export const matrix: Record<string, Values> = {
  minimal: minimalValues(),
  full: withValues({
    portal: {
      replicas: 3,
      priorityClassName: 'platform',
      config: { organization: { name: 'Acme' } },
    },
    runners: {
      defaultQueue: 'everybody',
      queues: { 'group:default/payments': 'payments' },
      priorityClassName: 'runs',
      quota: { pods: 200, cpu: '100', memory: '400Gi' },
    },
    resources: {
      environments: {
        prod: {
          region: 'sa-east-1',
          account: '210987654321',
          stateBucket: 'terrastage-210987654321-prod-state',
          roleArns: { vpc: 'arn:aws:iam::210987654321:role/terrastage-vpc' },
        },
      },
    },
    catalog: {
      users: 'https://github.com/acme/people/blob/main/users.yaml',
      groups: 'https://github.com/acme/people/blob/main/groups.yaml',
      locations: [
        {
          type: 'url',
          target: 'https://github.com/acme/people/blob/main/users.yaml',
          rules: [{ allow: ['User'] }],
        },
      ],
    },
    ingress: {
      enabled: true,
      className: 'nginx',
      annotations: { 'example.com/note': 'a' },
      tlsSecret: 'portal-tls',
    },
    metrics: { serviceMonitor: true, labels: { release: 'prometheus' } },
  }),
  'a fixed number of portals': withValues({ autoscaling: { enabled: false } }),
  'an ingress in the place of a target group': withValues({
    targetGroupBinding: { enabled: false, arn: '' },
    ingress: { enabled: true, className: 'nginx' },
  }),
  'a load balancer controller of its own': withValues({
    targetGroupBinding: { apiVersion: 'elbv2.k8s.aws/v1beta1' },
  }),
  'no network policies': withValues({ network: { policies: false } }),
  'a namespace that somebody else makes': withValues({
    runners: { createNamespace: false, namespace: 'acme-runs' },
  }),
  'private Git': withValues({
    portal: {
      config: {
        integrations: {
          github: [{ host: 'github.com', token: '${GITHUB_TOKEN}' }],
          gitlab: [{ host: 'gitlab.com', token: '${GITLAB_TOKEN}' }],
        },
      },
    },
    secrets: {
      environment: {
        GITHUB_TOKEN: { arn: secret('acme/github-AbCdEf'), property: 'token' },
        GITLAB_TOKEN: { arn: secret('acme/gitlab-AbCdEf') },
      },
    },
  }),
  'images by tag': withValues({
    portal: { image: { digest: '', tag: 'v1.2.3' } },
    runners: { image: { digest: '', tag: 'v1.2.3' } },
  }),
};
