import { startLocalAws, type LocalAws } from '../aws/startLocalAws';
import { instanceState } from './__testUtils__/instanceState';
import type { Life } from './__testUtils__/liveOnce';
import { liveTogether } from './__testUtils__/liveTogether';
import type { WorkspacePlan } from '../templates/workspace/planWorkspace';
import { securityFindings } from '../templates/rules/securityFindings';

// RDS alone takes about 85 s to make and 65 s to delete, which the provider waits.
jest.setTimeout(10 * 60_000);

let aws: LocalAws;
let vpc: Life;
let instance: Life;
let database: Life;
let databaseInVpc: WorkspacePlan;

beforeAll(async () => {
  aws = await startLocalAws({ managedPolicies: true });
  ({ vpc, instance, database, databaseInVpc } = await liveTogether(aws));
});

afterAll(async () => {
  await aws?.stop();
});

function actionOn(plan: WorkspacePlan, address: string): string {
  return (
    plan.changes.find(change => change.address === address)?.action ?? 'none'
  );
}

describe('every skeleton', () => {
  it('has nothing to do right after it was made', () => {
    const again = [vpc, instance, database].flatMap(
      life => life.secondPlan.changes,
    );

    expect(again).toEqual([]);
  });

  it('makes nothing that breaks the security rules', () => {
    const findings = [vpc, instance, database].flatMap(life =>
      securityFindings(life.made.resources),
    );

    expect(findings).toEqual([]);
  });

  it('has no secret among its outputs', () => {
    const secret = [vpc, instance, database].flatMap(
      life => life.made.sensitiveOutputs,
    );

    expect(secret).toEqual([]);
  });

  it('is found by its tag while it is there', () => {
    expect(vpc.tagged).toContainEqual(expect.stringContaining(':vpc/vpc-'));
    expect(instance.tagged).toContain(instance.made.outputs.arn);
    expect(instance.tagged).toContainEqual(expect.stringContaining(':volume/'));
    expect(database.tagged).toContain(database.made.outputs.arn);
  });
});

describe('a VPC', () => {
  it('tells others where they can stand and how they reach Systems Manager', () => {
    const { outputs } = vpc.made;

    expect(outputs).toMatchObject({
      cidr_block: '10.20.0.0/16',
      nat: 'none',
      ssm_reachable: true,
      interface_endpoints: ['ec2messages', 'ssm', 'ssmmessages'],
      nat_public_ips: [],
      zones: ['us-east-1a', 'us-east-1b'],
    });
    expect(outputs.subnets['private-1']).toEqual({
      id: outputs.private_subnet_ids[0],
      cidr_block: '10.20.0.0/19',
      tier: 'private',
      availability_zone: 'us-east-1a',
      reaches_ssm_through: 'endpoints',
    });
    expect(outputs.public_subnet_ids).toHaveLength(2);
    expect(outputs.database_subnet_ids).toHaveLength(2);
  });

  it('grows by zones and NAT without touching what is there', () => {
    const actions = vpc.changePlans.growth.changes.map(({ action }) => action);

    expect(new Set(actions)).toEqual(new Set(['create', 'update']));
    expect(
      vpc.changePlans.growth.changes
        .filter(({ action }) => action === 'update')
        .map(({ address }) => address.replace(/\[.*/, '')),
    ).toEqual(expect.arrayContaining(['aws_vpc_endpoint.gateway']));
  });

  it('is replaced by another range', () => {
    expect(actionOn(vpc.changePlans.range, 'aws_vpc.this')).toBe(
      'delete+create',
    );
  });

  it('leaves nothing behind', () => {
    expect(vpc.left).toEqual([]);
  });
});

describe('an instance', () => {
  it('says by which command one gets in', () => {
    const { outputs } = instance.made;

    expect(outputs).toMatchObject({
      ssm_command: `aws ssm start-session --target ${outputs.instance_id} --region us-east-1`,
      reaches_ssm_through: 'endpoints',
      subnet_id: vpc.made.outputs.private_subnet_ids[0],
      architecture: 'arm64',
    });
    expect(outputs).not.toHaveProperty('public_ip');
  });

  it('has no inbound rule and the policy for Systems Manager', () => {
    const { resources } = instance.made;

    expect(resources.map(({ type }) => type)).not.toContain(
      'aws_vpc_security_group_ingress_rule',
    );
    expect(
      resources.find(({ type }) => type === 'aws_iam_role_policy_attachment')
        ?.values.policy_arn,
    ).toBe('arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore');
  });

  it.each([
    ['size', 'update'],
    ['image', 'delete+create'],
    ['processor', 'delete+create'],
    ['address', 'delete+create'],
  ])('changes its %s by %s', (change, action) => {
    const plan = instance.changePlans[change];

    expect(actionOn(plan, 'aws_instance.this')).toBe(action);
  });

  it('leaves nothing behind but the entry of a terminated instance', async () => {
    const state = await instanceState(aws, instance.made.outputs.instance_id);

    expect(state).toBe('terminated');
    expect(instance.left).toEqual([instance.made.outputs.arn]);
  });
});

describe('a database', () => {
  it('says where it is and where its password lies', () => {
    expect(database.made.outputs).toMatchObject({
      endpoint: expect.stringMatching(/^orders\..*rds\.amazonaws\.com$/),
      port: 5432,
      secret_arn: expect.stringMatching(/^arn:aws:secretsmanager:.*:secret:/),
      identifier: 'orders',
    });
  });

  it('refuses connections without TLS', () => {
    const group = database.made.resources.find(
      ({ address }) => address === 'aws_db_parameter_group.this',
    );

    expect(group?.values).toMatchObject({ family: 'postgres17' });
    expect(JSON.stringify(database.secondPlan.resources)).toContain(
      '"name":"rds.force_ssl","value":"1"',
    );
  });

  it('has no password in its state', () => {
    const passwords = database.made.resources.flatMap(({ values }) =>
      Object.entries(values).filter(
        ([name, value]) => /^password/.test(name) && value !== null,
      ),
    );

    expect(passwords).toEqual([]);
  });

  it.each([
    ['size', 'update'],
    ['version', 'update'],
    ['engine', 'delete+create'],
  ])('changes its %s by %s', (change, action) => {
    const plan = database.changePlans[change];

    expect(actionOn(plan, 'aws_db_instance.this')).toBe(action);
  });

  it('stands in the network that another resource describes', () => {
    const group = databaseInVpc.resources.find(
      ({ type }) => type === 'aws_db_subnet_group',
    );

    expect(new Set(group?.values.subnet_ids as string[])).toEqual(
      new Set(vpc.made.outputs.database_subnet_ids),
    );
  });

  it('leaves its last snapshot behind and nothing else', () => {
    const snapshot = database.made.outputs.final_snapshot_identifier;

    expect(snapshot).toMatch(/^orders-final-[0-9a-f]{17}$/);
    expect(database.left).toEqual([
      expect.stringMatching(new RegExp(`:snapshot:${snapshot}$`)),
    ]);
  });
});
