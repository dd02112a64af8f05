import {
  planWorkspace,
  startLocalAws,
  type LocalAws,
  type WorkspacePlan,
} from '@terrastage/local/testing';
import {
  accessVariables,
  PLATFORM_ACCOUNT,
  SECOND_ACCOUNT,
} from '../__testUtils__/accessVariables';
import calledActions from '../__testUtils__/calledActions.json';
import { createStack } from '../__testUtils__/createStack';
import { forbidden } from '../__testUtils__/forbidden';
import { needs, stateNeeds } from '../__testUtils__/needs';
import { arn, each, NEW } from '../__testUtils__/Request';
import { RolesOfStack } from '../__testUtils__/RolesOfStack';

jest.setTimeout(5 * 60_000);

const UNASKED = new Set([
  // It needs no right.
  'sts:GetCallerIdentity',
  // The simulator knows no public parameters, whose ARNs have no account.
  'ssm:GetParameter',
]);
const TEMPLATES = Object.keys(needs);

let aws: LocalAws;
let runs: RolesOfStack;
let second: RolesOfStack;
let platform: RolesOfStack;

beforeAll(async () => {
  aws = await startLocalAws();
  const stack = await createStack('access', aws);
  try {
    await stack.setVariables(accessVariables());
    await stack.terraform('apply', '-no-color', '-auto-approve');
    const { resources }: WorkspacePlan = await planWorkspace(stack);
    runs = new RolesOfStack(resources, 'module.first.');
    second = new RolesOfStack(resources, 'module.second[0].', SECOND_ACCOUNT);
    platform = new RolesOfStack(resources, '');
  } finally {
    await stack.remove();
  }
});

afterAll(async () => {
  await aws?.stop();
});

describe.each(TEMPLATES)('the role of the template %s', type => {
  it.each(
    [...needs[type], ...stateNeeds(type)].map(
      request => [request.action, request.resource, request] as const,
    ),
  )('may %s on %s', async (_action, _resource, request) => {
    expect(await runs.ask(`terrastage-${type}`, request)).toBe('Allowed');
  });

  it('is asked here for every action that a run was seen to call', () => {
    const asked = new Set(needs[type].map(({ action }) => action));
    const called: string[] = calledActions[type as keyof typeof calledActions];

    expect(
      called.filter(action => !asked.has(action) && !UNASKED.has(action)),
    ).toEqual([]);
  });

  it('is taken on by the service account of that template alone', () => {
    const [{ Action: action, Condition: condition }] = runs.trustOf(
      `terrastage-${type}`,
    ).Statement;

    expect(action).toBe('sts:AssumeRoleWithWebIdentity');
    expect(condition).toEqual({
      StringEquals: {
        'oidc.eks.us-east-1.amazonaws.com/id/ABCDEF:sub': `system:serviceaccount:terrastage-runs:terrastage-${type}`,
        'oidc.eks.us-east-1.amazonaws.com/id/ABCDEF:aud': 'sts.amazonaws.com',
      },
    });
  });
});

describe('no run may', () => {
  it.each(forbidden)('%s (%s)', async (_what, role, request) => {
    expect(await runs.ask(`terrastage-${role}`, request)).toMatch(/Denied$/);
  });

  it.each(TEMPLATES.flatMap(type => TEMPLATES.map(other => [type, other])))(
    'reach a state that is not its own: %s at the states of %s',
    async (type, other) => {
      const resource = `arn:aws:s3:::terrastage-123456789012-dev-state/${other}/group-default-payments/x-1a2b/terraform.tfstate`;

      const verdicts = await Promise.all(
        each('s3:GetObject s3:PutObject', resource).map(request =>
          runs.ask(`terrastage-${type}`, request),
        ),
      );

      expect(verdicts).toEqual(
        Array(2).fill(type === other ? 'Allowed' : 'ExplicitlyDenied'),
      );
    },
  );
});

describe('the runner without a template of its own', () => {
  it('reaches states and makes nothing', async () => {
    const role = 'terrastage-runner';

    expect(
      await Promise.all([
        runs.ask(role, {
          action: 's3:PutObject',
          resource:
            'arn:aws:s3:::terrastage-123456789012-dev-state/queue/group-default-payments/x-1a2b/terraform.tfstate',
        }),
        runs.ask(role, {
          action: 's3:GetObject',
          resource:
            'arn:aws:s3:::terrastage-123456789012-dev-state/vpc/group-default-payments/x-1a2b/terraform.tfstate',
        }),
        runs.ask(role, {
          action: 'ec2:CreateVpc',
          resource: arn.ec2('vpc'),
          context: NEW,
        }),
      ]),
    ).toEqual(['Allowed', 'ExplicitlyDenied', 'ImplicitlyDenied']);
  });
});

describe('the roles in the second account', () => {
  const vpc = `arn:aws:ec2:eu-west-1:${SECOND_ACCOUNT}:vpc/vpc-0a1b2c3d4e5f60718`;

  it('make there what those of the first make here, in its own regions', async () => {
    const inRegion = { action: 'ec2:CreateVpc', resource: vpc, context: NEW };
    const elsewhere = {
      ...inRegion,
      resource: vpc.replace('eu-west-1', 'us-east-1'),
    };

    expect(await second.ask('terrastage-vpc', inRegion)).toBe('Allowed');
    expect(await second.ask('terrastage-vpc', elsewhere)).toBe(
      'ExplicitlyDenied',
    );
  });

  it('trust the same cluster straight, without a role in between', () => {
    const [{ Principal: principal }] =
      second.trustOf('terrastage-vpc').Statement;

    expect(principal.Federated).toBe(
      `arn:aws:iam::${SECOND_ACCOUNT}:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/ABCDEF`,
    );
  });
});

describe('the portal', () => {
  const bucket = 'arn:aws:s3:::terrastage-123456789012-dev-state';
  const key = `${bucket}/vpc/group-default-payments/x-1a2b/terraform.tfstate`;
  const pool = `arn:aws:cognito-idp:us-east-1:${PLATFORM_ACCOUNT}:userpool/us-east-1_AbCdEf123`;

  it.each(
    [
      ...each('s3:GetObject s3:GetObjectVersion', key),
      ...each('s3:GetObject', `${key}.tflock`),
      ...each('s3:ListBucket s3:ListBucketVersions', bucket),
      ...each(
        's3:GetObjectVersion',
        'arn:aws:s3:::terrastage-210987654321-prod-state/vpc/a/b/terraform.tfstate',
      ),
      ...each(
        'cognito-idp:DescribeUserPool cognito-idp:ListUsers cognito-idp:ListGroups cognito-idp:ListUsersInGroup cognito-idp:CreateGroup cognito-idp:AdminGetUser cognito-idp:AdminCreateUser cognito-idp:AdminUpdateUserAttributes cognito-idp:AdminEnableUser cognito-idp:AdminDisableUser cognito-idp:AdminAddUserToGroup cognito-idp:AdminRemoveUserFromGroup',
        pool,
      ),
    ].map(request => [request.action, request.resource, request] as const),
  )('may %s on %s', async (_action, _resource, request) => {
    expect(await platform.ask('terrastage-portal', request)).toBe('Allowed');
  });

  it.each([
    ['write a state', each('s3:PutObject', key)],
    ['delete a state', each('s3:DeleteObject s3:DeleteObjectVersion', key)],
    [
      'read a saved plan',
      each('s3:GetObject', `${bucket}/runs/r1/plan-1.tfplan`),
    ],
    [
      "set somebody's password",
      each('cognito-idp:AdminSetUserPassword cognito-idp:DeleteUserPool', pool),
    ],
    [
      'people of another pool',
      each('cognito-idp:ListUsers', pool.replace('AbCdEf123', 'ZzZzZz999')),
    ],
    [
      'make anything',
      [
        ...each('ec2:CreateVpc', arn.ec2('vpc'), NEW),
        ...each('s3:CreateBucket', 'arn:aws:s3:::acme-logs'),
        ...each('iam:CreateRole', arn.iam('role', 'instance-x')),
      ],
    ],
    [
      'take on a role of runs',
      each('sts:AssumeRole', arn.iam('role', 'terrastage-vpc')),
    ],
    [
      'read a secret',
      each('secretsmanager:GetSecretValue', accessVariables().secret_arns[0]),
    ],
  ])('may not %s', async (_what, requests) => {
    const verdicts = await Promise.all(
      requests.map(request => platform.ask('terrastage-portal', request)),
    );

    expect(verdicts).toEqual(
      requests.map(() => expect.stringMatching(/Denied$/)),
    );
  });
});

describe('what brings secrets into the cluster', () => {
  it('reads those of the portal and no other', async () => {
    const [own] = accessVariables().secret_arns;
    const ask = (resource: string) =>
      platform.ask('terrastage-external-secrets', {
        action: 'secretsmanager:GetSecretValue',
        resource,
      });

    expect(await ask(own)).toBe('Allowed');
    expect(await ask(own.replace('portal', 'payroll'))).toBe(
      'ImplicitlyDenied',
    );
  });
});
