import {
  awsRest,
  findTerraform,
  LOCAL_AWS_ACCOUNT,
  LOCAL_AWS_REGION,
  planWorkspace,
  readState,
  runProgram,
  securityFindings,
  startLocalAws,
  type LocalAws,
  type WorkspacePlan,
  type WorkspaceState,
} from '@terrastage/local/testing';
import { deployPath } from '../deployPath';
import { createStack, type StackName } from '../__testUtils__/createStack';
import { accessVariables } from '../__testUtils__/accessVariables';

// The provider waits minutes for databases, certificates and load balancers, without doing anything.
jest.setTimeout(15 * 60_000);

interface Life {
  made: WorkspaceState;
  /** The plan right after the apply: what it changes, and all that there is. */
  again: WorkspacePlan;
  state: string;
  left: string;
}

// Channels of Systems Manager's agent, which have no narrower right.
const MADE_BOUNDARY_FINDINGS = ['first', 'second[0]'].flatMap(module =>
  ['ec2messages', 'ssmmessages'].map(
    service =>
      `module.${module}.aws_iam_policy.made_boundary allows ${service}:*`,
  ),
);

let aws: LocalAws;
let bootstrap: Life;
let cluster: Life;
let access: Life;

beforeAll(async () => {
  aws = await startLocalAws({ managedPolicies: true });
  [bootstrap, cluster, access] = await Promise.all([
    liveOnce('bootstrap', {
      region: LOCAL_AWS_REGION,
      account: LOCAL_AWS_ACCOUNT,
      environments: ['dev'],
      reader_role_arns: ['arn:aws:iam::210987654321:role/terrastage-portal'],
    }),
    liveOnce('cluster', {
      region: LOCAL_AWS_REGION,
      account: LOCAL_AWS_ACCOUNT,
      hosted_zone_id: await hostedZone('example.com'),
      domain_name: 'portal.example.com',
      interface_endpoints: ['ecr.api'],
      protect: false,
    }),
    liveOnce('access', accessVariables()),
  ]);
});

afterAll(async () => {
  await aws?.stop();
});

async function liveOnce(
  name: StackName,
  variables: Record<string, unknown>,
): Promise<Life> {
  const stack = await createStack(name, aws);
  try {
    await stack.setVariables(variables);
    await stack.terraform('validate', '-no-color');
    await stack.terraform('apply', '-no-color', '-auto-approve');
    const made = await readState(stack);
    const again = await planWorkspace(stack);
    const state = await stack.terraform('state', 'pull');
    await stack.terraform('destroy', '-no-color', '-auto-approve');
    const left = await stack.terraform('state', 'list');
    return { made, again, state, left };
  } finally {
    await stack.remove();
  }
}

async function hostedZone(name: string): Promise<string> {
  const { text } = await awsRest(
    aws,
    'route53',
    'POST',
    '/2013-04-01/hostedzone',
    {
      headers: { 'content-type': 'application/xml' },
      body: `<CreateHostedZoneRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Name>${name}</Name><CallerReference>test</CallerReference></CreateHostedZoneRequest>`,
    },
  );
  return /<Id>\/hostedzone\/(\w+)</.exec(text)![1];
}

function values(life: Life, address: string): Record<string, any> {
  return life.again.resources.find(each => each.address === address)!.values;
}

function all(life: Life, type: string): Record<string, any>[] {
  return life.again.resources
    .filter(each => each.type === type)
    .map(each => each.values);
}

describe('the stacks', () => {
  it('are formatted', async () => {
    const { path } = (await findTerraform())!;

    const { stdout } = await runProgram(path, [
      'fmt',
      '-check',
      '-recursive',
      deployPath('terraform'),
    ]);

    expect(stdout).toBe('');
  });

  it.each<[StackName, () => Life]>([
    ['bootstrap', () => bootstrap],
    ['cluster', () => cluster],
    ['access', () => access],
  ])(
    '%s has nothing to do right after it was made, and goes away wholly',
    (_name, life) => {
      expect(life().again.changes).toEqual([]);
      expect(life().left.trim()).toBe('');
    },
  );

  it('break no security rule but where there is a reason', () => {
    // Lists (of zones, instances, tags) are bound to no resource, and boundaries bound what they do not grant.
    const findings = [bootstrap, cluster, access]
      .flatMap(life => securityFindings(life.again.resources))
      .filter(
        text =>
          !text.endsWith(' allows on all resources') &&
          !/aws_iam_policy\.runs_boundary allows \w+:\*$/.test(text),
      );

    expect(findings.sort()).toEqual([...MADE_BOUNDARY_FINDINGS].sort());
  });

  it('give nobody the rights of an administrator', () => {
    const attached = [cluster, access].flatMap(life =>
      all(life, 'aws_iam_role_policy_attachment').map(
        ({ policy_arn: arn }) => arn,
      ),
    );

    expect(attached.join()).not.toMatch(/PowerUser|Administrator|FullAccess/);
  });
});

describe('bootstrap', () => {
  it('makes a versioned, encrypted, private bucket for each environment and for the platform', () => {
    expect(bootstrap.made.outputs.state_buckets).toEqual({
      dev: 'terrastage-123456789012-dev-state',
      platform: 'terrastage-123456789012-platform-state',
    });
    expect(
      all(bootstrap, 'aws_s3_bucket_versioning').map(
        each => each.versioning_configuration[0].status,
      ),
    ).toEqual(['Enabled', 'Enabled']);
    expect(
      all(bootstrap, 'aws_s3_bucket_server_side_encryption_configuration').map(
        each =>
          each.rule[0].apply_server_side_encryption_by_default[0]
            .kms_master_key_id,
      ),
    ).toEqual(Array(2).fill(bootstrap.made.outputs.kms_key_arn));
  });

  it('hands on what the backend of the other stacks needs, with locks in S3', () => {
    expect(bootstrap.made.outputs.backend).toEqual({
      bucket: 'terrastage-123456789012-platform-state',
      region: 'us-east-1',
      kms_key_id: bootstrap.made.outputs.kms_key_arn,
      encrypt: true,
      use_lockfile: true,
    });
  });

  it('lets a portal of another account read states, and nothing of the platform', () => {
    const policy = (name: string) =>
      values(bootstrap, `aws_s3_bucket_policy.state["${name}"]`).policy;

    expect(policy('dev')).toContain('210987654321:role/terrastage-portal');
    expect(policy('platform')).not.toContain('210987654321');
  });
});

describe('cluster', () => {
  it('has everything but gateways in private subnets of three zones', () => {
    const zones = all(cluster, 'aws_subnet').map(
      each => each.availability_zone,
    );
    const vpcConfig = values(cluster, 'aws_eks_cluster.this').vpc_config[0];

    expect([...new Set(zones)].sort()).toEqual([
      'us-east-1a',
      'us-east-1b',
      'us-east-1c',
    ]);
    expect(vpcConfig.subnet_ids.sort()).toEqual(
      cluster.again.resources
        .filter(each => each.address.startsWith('aws_subnet.private'))
        .map(each => each.values.id)
        .sort(),
    );
    expect(values(cluster, 'aws_lb.portal').internal).toBe(true);
  });

  it('has its API inside of the network alone, in auto mode, with encrypted secrets and all logs', () => {
    expect(values(cluster, 'aws_eks_cluster.this')).toMatchObject({
      vpc_config: [
        expect.objectContaining({
          endpoint_private_access: true,
          endpoint_public_access: false,
        }),
      ],
      compute_config: [expect.objectContaining({ enabled: true })],
      encryption_config: [expect.objectContaining({ resources: ['secrets'] })],
      enabled_cluster_log_types: expect.arrayContaining(['api', 'audit']),
    });
  });

  it('owns load balancer, listener and target group, so that no controller leaves one behind', () => {
    expect(values(cluster, 'aws_lb_listener.https')).toMatchObject({
      protocol: 'TLS',
      port: 443,
      ssl_policy: expect.stringContaining('TLS13'),
    });
    expect(values(cluster, 'aws_lb_target_group.portal')).toMatchObject({
      target_type: 'ip',
      port: 7007,
      tags_all: expect.objectContaining({
        'eks:eks-cluster-name': 'terrastage',
      }),
      health_check: [
        expect.objectContaining({ path: '/.backstage/health/v1/readiness' }),
      ],
    });
  });

  it('keeps the database private, doubled, backed up, and its password out of the state', () => {
    expect(values(cluster, 'aws_db_instance.portal')).toMatchObject({
      multi_az: true,
      publicly_accessible: false,
      storage_encrypted: true,
      manage_master_user_password: true,
      backup_retention_period: 14,
    });
    expect(cluster.state).not.toMatch(
      /"secret_string": "[^"]|"password": "[^"]/,
    );
  });

  it('makes a user pool in which email is identity and nobody signs up', () => {
    expect(values(cluster, 'aws_cognito_user_pool.people')).toMatchObject({
      username_attributes: ['email'],
      admin_create_user_config: [
        expect.objectContaining({ allow_admin_create_user_only: true }),
      ],
    });
    expect(
      values(cluster, 'aws_cognito_user_pool_client.portal'),
    ).toMatchObject({
      callback_urls: ['https://portal.example.com/api/auth/oidc/handler/frame'],
      write_attributes: ['name'],
    });
  });

  it('makes a repository for each image, whose tags never move', () => {
    expect(
      all(cluster, 'aws_ecr_repository').map(each => [
        each.name,
        each.image_tag_mutability,
      ]),
    ).toEqual([
      ['terrastage/portal', 'IMMUTABLE'],
      ['terrastage/runner', 'IMMUTABLE'],
    ]);
  });
});

describe('access', () => {
  it('makes a role for each template, in both accounts', () => {
    const types = ['ec2-instance', 'rds-database', 's3-bucket', 'vpc'];
    const { template_role_arns: first, second_account: second } =
      access.made.outputs;

    expect(Object.keys(first)).toEqual(types);
    expect(Object.keys(second.template_role_arns)).toEqual(types);
    expect(second.template_role_arns.vpc).toBe(
      'arn:aws:iam::210987654321:role/terrastage-vpc',
    );
  });

  it('puts every role of a run into the boundary', () => {
    const roles = access.again.resources.filter(
      ({ address, type }) =>
        type === 'aws_iam_role' && address.startsWith('module.'),
    );

    expect(roles).toHaveLength(10);
    expect(roles.map(({ values: role }) => role.permissions_boundary)).toEqual(
      Array(10).fill(
        expect.stringMatching(/policy\/terrastage-runs-boundary$/),
      ),
    );
  });

  it('stays within what IAM takes of policies', () => {
    const sizes = access.again.resources
      .filter(({ type }) => type === 'aws_iam_role_policy')
      .reduce<Record<string, number>>((sums, { address, values: policy }) => {
        const role = `${address.split('.aws_')[0]} ${policy.role}`;
        return { ...sums, [role]: (sums[role] ?? 0) + sizeOf(policy.policy) };
      }, {});

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    expect(Math.max(...Object.values(sizes))).toBeLessThan(10_240);
    expect(
      Math.max(
        ...all(access, 'aws_iam_policy').map(({ policy }) => sizeOf(policy)),
      ),
    ).toBeLessThan(6_144);
  });
});

/** Characters without white space, as IAM counts. */
function sizeOf(policy: unknown): number {
  return String(policy).replace(/\s/g, '').length;
}
