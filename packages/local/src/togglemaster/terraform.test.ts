import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { BlockList } from 'node:net';
import { join } from 'node:path';
import { startLocalAws, type LocalAws } from '../aws/startLocalAws';
import {
  createWorkspace,
  type Workspace,
} from '../templates/workspace/createWorkspace';
import type { ResourceValues } from '../templates/workspace/planJson';
import {
  planWorkspace,
  type WorkspacePlan,
} from '../templates/workspace/planWorkspace';
import {
  readState,
  type WorkspaceState,
} from '../templates/workspace/readState';
import { securityFindings } from '../templates/rules/securityFindings';
import { taggedArns } from '../skeletons/__testUtils__/taggedArns';
import { awsRest } from '../testing/awsRequest';
import { findTerraform } from '../terraform/findTerraform';
import { runProgram } from '../system/runProgram';
import { copyTerraform } from './__testUtils__/copyTerraform';
import { platformFolder } from './__testUtils__/platformFolder';

// Databases and queues take about a minute and a half to make and as long to delete, which the provider waits.
jest.setTimeout(12 * 60_000);

const TAG = { key: 'Platform', value: 'flags' };
const VARIABLES = {
  name: 'flags',
  environment: 'dev',
  github_repository: 'shop/flags',
};
const SERVICES = ['analytics', 'auth', 'evaluation', 'flag', 'targeting'];

let aws: LocalAws;
let made: WorkspaceState;
let settings: Record<string, Record<string, string>>;
let again: WorkspacePlan;
let shared: WorkspacePlan;
let protectedPlan: WorkspacePlan;
let addedPlan: WorkspacePlan;
let movedPlan: WorkspacePlan;
let state: string;
let left: string[];

beforeAll(async () => {
  aws = await startLocalAws({ managedPolicies: true });
  const workspace = await createWorkspace(copyTerraform, {
    aws,
    tags: { [TAG.key]: TAG.value },
  });
  try {
    await workspace.setVariables(VARIABLES);
    await workspace.terraform('validate', '-no-color');
    await workspace.terraform('apply', '-no-color', '-auto-approve');
    made = await readState(workspace);
    settings = Object.fromEntries(
      await Promise.all(
        SERVICES.map(async name => [name, await settingsOf(name)]),
      ),
    );
    state = await workspace.terraform('state', 'pull');
    again = await planWorkspace(workspace);
    shared = await planOther(workspace, { shared_database: true });
    protectedPlan = await planOther(workspace, {
      deletion_protection: true,
      multi_az: true,
    });
    movedPlan = await planOther(workspace, { vpc_cidr: '10.16.0.0/20' });
    addedPlan = await planWithService(workspace);
    await workspace.setVariables(VARIABLES);
    await workspace.terraform('destroy', '-no-color', '-auto-approve');
    left = await taggedArns(aws, TAG);
  } finally {
    await workspace.remove();
  }
});

afterAll(async () => {
  await aws?.stop();
});

async function planOther(
  workspace: Workspace,
  change: Record<string, unknown>,
): Promise<WorkspacePlan> {
  await workspace.setVariables({ ...VARIABLES, ...change });
  return planWorkspace(workspace, '-refresh=false');
}

/** The plan with the file in it that the template of one more service lays down. */
async function planWithService(workspace: Workspace): Promise<WorkspacePlan> {
  const file = join(workspace.path, 'service_billing.tf');
  await writeFile(
    file,
    `module "billing" {
  source = "./modules/service"

  name     = "billing"
  stores   = ["postgres", "redis", "sqs", "dynamodb"]
  platform = local.platform
}
`,
  );
  await workspace.setVariables(VARIABLES);
  await workspace.terraform('init', '-no-color');
  await workspace.terraform('validate', '-no-color');
  const plan = await planWorkspace(workspace, '-refresh=false');
  await rm(file);
  return plan;
}

/** What External Secrets hands a service as its environment. */
async function settingsOf(service: string): Promise<Record<string, string>> {
  const { text } = await awsRest(aws, 'secretsmanager', 'POST', '/', {
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'secretsmanager.GetSecretValue',
    },
    body: JSON.stringify({ SecretId: `flags/dev/${service}` }),
  });
  return JSON.parse(JSON.parse(text).SecretString);
}

function ofType(type: string, resources = made.resources): ResourceValues[] {
  return resources.filter(resource => resource.type === type);
}

function one(address: string): Record<string, any> {
  return made.resources.find(each => each.address === address)!.values;
}

/** Actions and resources that a service may use them on. */
function rightsOf(service: string): Record<string, string[]> {
  const { Statement } = JSON.parse(
    one(`aws_iam_role_policy.service["${service}"]`).policy,
  );
  return Object.fromEntries(
    [Statement]
      .flat()
      .map(({ Sid, Action }: { Sid: string; Action: string[] }) => [
        Sid,
        [Action].flat().sort(),
      ]),
  );
}

describe('the infrastructure of the feature-flag platform', () => {
  it('is formatted', async () => {
    const { path } = (await findTerraform())!;

    const { stdout } = await runProgram(path, [
      'fmt',
      '-check',
      '-recursive',
      platformFolder('terraform'),
    ]);

    expect(stdout).toBe('');
  });

  it('lies in the files that people look for', async () => {
    const files = await readdir(platformFolder('terraform'));

    expect(files.filter(name => name.endsWith('.tf')).sort()).toEqual(
      [
        'main',
        'providers',
        'networking',
        'eks',
        'database',
        'nosql',
        'messaging',
        'registry',
        'variables',
        'outputs',
      ]
        .map(name => `${name}.tf`)
        .sort(),
    );
  });

  it('has nothing to do right after it was made', () => {
    expect(again.changes).toEqual([]);
  });

  it('leaves nothing behind', () => {
    // EC2 lists a deleted NAT gateway, with its tags, for about an hour.
    expect(left.filter(arn => !arn.includes(':natgateway/'))).toEqual([]);
  });

  it('breaks no security rule but in two ways that have a reason', () => {
    const findings = securityFindings(made.resources);

    expect(findings.sort()).toEqual([
      // Made by Secrets Manager, and handed on inside the service's connection string: see "has no secret in its state".
      ...['auth', 'flag', 'targeting'].map(
        name =>
          `aws_db_instance.this["${name}"] does not leave its password to AWS`,
      ),
      // ecr:GetAuthorizationToken can't be bound to a resource.
      'aws_iam_role_policy.pipeline["shop/flags"] allows on all resources',
    ]);
  });

  it('has no secret in its state but that of Redis', () => {
    expect(state).not.toMatch(/postgresql:\/\/|rediss:\/\/|"password": "/);
    expect(
      ofType('aws_secretsmanager_secret_version').flatMap(({ values }) => [
        values.secret_string,
        values.secret_binary,
      ]),
    ).toEqual(expect.not.arrayContaining([expect.stringMatching(/./)]));
  });

  it('lets nobody into Redis without the password, which the services get', () => {
    const { auth_token: password, primary_endpoint_address: host } = one(
      'aws_elasticache_replication_group.this',
    );
    const urls = Object.entries(settings).flatMap(([name, { REDIS_URL }]) =>
      REDIS_URL ? [[name, REDIS_URL]] : [],
    );

    expect(password).toMatch(/^[A-Za-z0-9]{40}$/);
    expect(urls).toEqual(
      ['evaluation', 'flag', 'targeting'].map(name => [
        name,
        `rediss://:${password}@${host}:6379`,
      ]),
    );
  });

  it('has nodes that hold network policies', () => {
    const { addon_name: name, configuration_values: values } = one(
      'aws_eks_addon.vpc_cni',
    );

    expect(name).toBe('vpc-cni');
    expect(JSON.parse(values)).toEqual({ enableNetworkPolicy: 'true' });
  });

  it('names the ranges that the network policies of an environment have', async () => {
    const manifest = await readFile(
      platformFolder('../environment/gitops/shared/kustomization.yaml.njk'),
      'utf8',
    );
    const { load_balancers: loadBalancers, stores } =
      made.outputs.network_policy_ranges;

    expect([loadBalancers, stores]).toEqual(['10.0.0.0/19', '10.0.128.0/17']);
    expect(manifest.match(/[\d.]+\/\d+$/gm)).toEqual([loadBalancers, stores]);
  });

  it.each([
    ['the default network', () => made.resources, '10.0.0.0/19'],
    ['another network', () => movedPlan.resources, '10.16.0.0/23'],
  ])('puts load balancers of %s where no pod is', (_which, given, range) => {
    const subnets = ofType('aws_subnet', given()).map(({ values }) => ({
      range: values.cidr_block as string,
      tags: Object.keys(values.tags as object).filter(key =>
        key.startsWith('kubernetes.io/role/'),
      ),
    }));
    const within = new BlockList();
    const [address, prefix] = range.split('/');
    within.addSubnet(address, Number(prefix));

    expect(
      subnets
        .map(({ range: own, tags }) => [
          within.check(own.split('/')[0]) ? 'within' : 'outside',
          ...tags.sort(),
        ])
        .sort(),
    ).toEqual([
      ['outside'],
      ['outside'],
      ['within', 'kubernetes.io/role/elb', 'kubernetes.io/role/internal-elb'],
      ['within', 'kubernetes.io/role/elb', 'kubernetes.io/role/internal-elb'],
    ]);
  });

  it('stands in two zones, of which only the public halves face the internet', () => {
    const subnets = ofType('aws_subnet').map(({ values }) => [
      values.availability_zone,
      values.cidr_block,
    ]);

    expect(one('aws_vpc.this').cidr_block).toBe('10.0.0.0/16');
    expect(subnets.sort()).toEqual([
      ['us-east-1a', '10.0.0.0/20'],
      ['us-east-1a', '10.0.128.0/20'],
      ['us-east-1b', '10.0.144.0/20'],
      ['us-east-1b', '10.0.16.0/20'],
    ]);
    expect(one('aws_eks_node_group.this').scaling_config).toEqual([
      expect.objectContaining({ min_size: 1, max_size: 4 }),
    ]);
    expect(
      one('aws_eks_cluster.this').vpc_config[0].endpoint_public_access,
    ).toBe(false);
  });

  it('has a database instance for each service that needs one, or one for all', () => {
    const instances = ofType('aws_db_instance').map(
      ({ values }) => values.identifier,
    );
    const instead = ofType('aws_db_instance', shared.resources).map(
      ({ values }) => values.identifier,
    );

    expect(instances.sort()).toEqual([
      'flags-dev-auth',
      'flags-dev-flag',
      'flags-dev-targeting',
    ]);
    expect(instead).toEqual(['flags-dev-shared']);
  });

  it('keeps what a production environment must not lose', () => {
    const databases = ofType('aws_db_instance', protectedPlan.resources);

    expect(databases.map(({ values }) => values)).toEqual(
      Array(3).fill(
        expect.objectContaining({
          deletion_protection: true,
          multi_az: true,
          skip_final_snapshot: false,
        }),
      ),
    );
  });

  it('gives an added service what it asks for and leaves the five alone', () => {
    const changes = addedPlan.changes.map(
      change => `${change.action} ${change.address}`,
    );

    expect(changes.sort()).toEqual(
      [
        'aws_db_instance.this["billing"]',
        'aws_dynamodb_table.this["billing"]',
        'aws_ecr_lifecycle_policy.this["billing"]',
        'aws_ecr_repository.this["billing"]',
        'aws_iam_role.this',
        'aws_iam_role_policy.this',
        'aws_secretsmanager_secret.database["billing"]',
        'aws_secretsmanager_secret.this',
        'aws_secretsmanager_secret_version.database["billing"]',
        'aws_secretsmanager_secret_version.this',
        'aws_sqs_queue.dead["billing"]',
        'aws_sqs_queue.this["billing"]',
      ].map(address => `create module.billing.${address}`),
    );
  });

  it('moves messages that cannot be read to a queue of their own after five times', () => {
    const { redrive_policy: policy } = one('aws_sqs_queue.telemetry');

    expect(JSON.parse(policy)).toEqual({
      deadLetterTargetArn: one('aws_sqs_queue.telemetry_dead').arn,
      maxReceiveCount: 5,
    });
  });

  it('makes a scanned repository of images for each service', () => {
    const repositories = ofType('aws_ecr_repository');

    expect(repositories.map(({ values }) => values.name).sort()).toEqual(
      SERVICES.map(name => `flags/${name}`),
    );
    expect(
      repositories.map(
        ({ values }: { values: Record<string, any> }) =>
          values.image_scanning_configuration[0].scan_on_push,
      ),
    ).toEqual(Array(5).fill(true));
  });
});

describe('the role of a service', () => {
  it.each(SERVICES)(
    'can be taken on by the service account of %s and by nothing else',
    service => {
      const { assume_role_policy: trust } = one(
        `aws_iam_role.service["${service}"]`,
      );

      const conditions: Record<string, string> =
        JSON.parse(trust).Statement[0].Condition.StringEquals;

      expect(Object.values(conditions).sort()).toEqual([
        'sts.amazonaws.com',
        `system:serviceaccount:flags-dev:${service}`,
      ]);
    },
  );

  it.each(SERVICES)('lets %s read its own secret and no other', service => {
    const { policy } = one(`aws_iam_role_policy.service["${service}"]`);

    const secrets = [...policy.matchAll(/:secret:([^"]+)-\w{6}"/g)].map(
      ([, name]) => name,
    );

    expect(secrets).toEqual([`flags/dev/${service}`]);
  });

  it.each([
    ['auth', ['OwnSecret']],
    ['flag', ['OwnSecret']],
    ['targeting', ['OwnSecret']],
    ['evaluation', ['OwnSecret', 'SendTelemetry']],
    ['analytics', ['OwnSecret', 'ReceiveTelemetry', 'CountsAndEvents']],
  ])('of %s allows %s', (service, rights) => {
    expect(Object.keys(rightsOf(service))).toEqual(rights);
  });

  it('allows what the programs call and nothing more', () => {
    expect(rightsOf('evaluation').SendTelemetry).toEqual(['sqs:SendMessage']);
    expect(rightsOf('analytics')).toMatchObject({
      ReceiveTelemetry: ['sqs:DeleteMessage', 'sqs:ReceiveMessage'],
      CountsAndEvents: [
        'dynamodb:BatchWriteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
      ],
    });
  });
});

describe('the pipeline', () => {
  it('pushes images from the main branch of the one repository, without a key', () => {
    const { assume_role_policy: trust } = one(
      'aws_iam_role.pipeline["shop/flags"]',
    );

    expect(JSON.parse(trust).Statement[0].Condition.StringEquals).toEqual({
      'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
      'token.actions.githubusercontent.com:sub':
        'repo:shop/flags:ref:refs/heads/main',
    });
  });
});

describe('variables', () => {
  let workspace: Workspace;

  beforeAll(async () => {
    workspace = await createWorkspace(copyTerraform, { aws, tags: {} });
  });

  afterAll(async () => {
    await workspace?.remove();
  });

  it.each([
    ['name', 'Flags!', 'Use 3 to 20 lower-case letters'],
    ['environment', 'pre-prod', 'Use 2 to 10 lower-case letters'],
    ['vpc_cidr', '10.0.0.0/8', 'Use an IPv4 range from /16 to /22'],
    ['node_count', 5, 'The group has 1 to 4 nodes'],
    ['kubernetes_api_cidrs', ['0.0.0.0/0'], 'the whole internet is not one'],
    ['github_repository', 'https://github.com/a/b', 'Write it as owner/name'],
  ])('refuse %s = %j', async (name, value, message) => {
    await workspace.setVariables({ ...VARIABLES, [name]: value });

    const plan = workspace.terraform('plan', '-no-color', '-refresh=false');

    await expect(plan).rejects.toThrow(message);
  });
});

describe('the bucket of the state', () => {
  it('is made versioned, encrypted and private by the bootstrap, which has nothing to do again', async () => {
    const workspace = await createWorkspace(
      async path => {
        const text = await readFile(
          platformFolder('terraform/bootstrap/main.tf'),
          'utf8',
        );
        // The test's own provider block takes its place.
        await writeFile(
          join(path, 'main.tf'),
          text.replace(/^provider "aws" \{\n.*\n\}\n/m, ''),
        );
      },
      { aws, tags: {} },
    );
    try {
      await workspace.setVariables({ name: 'flags', region: 'us-east-1' });
      await workspace.terraform('apply', '-no-color', '-auto-approve');

      const { outputs, resources } = await readState(workspace);
      const { changes } = await planWorkspace(workspace);

      expect(outputs.bucket).toBe('flags-123456789012-tfstate');
      expect(securityFindings(resources)).toEqual([]);
      expect(resources.map(({ type }) => type)).toEqual(
        expect.arrayContaining([
          'aws_s3_bucket_versioning',
          'aws_s3_bucket_server_side_encryption_configuration',
          'aws_s3_bucket_public_access_block',
        ]),
      );
      expect(changes).toEqual([]);
    } finally {
      await workspace.remove();
    }
  });
});
