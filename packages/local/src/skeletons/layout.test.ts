import { BlockList } from 'node:net';
import { startLocalAws, type LocalAws } from '../aws/startLocalAws';
import { copyAsModules } from '../templates/workspace/copyAsModules';
import {
  createWorkspace,
  type Workspace,
} from '../templates/workspace/createWorkspace';
import {
  planWorkspace,
  type WorkspacePlan,
} from '../templates/workspace/planWorkspace';

jest.setTimeout(180_000);

const ALL = { public_subnets: true, database_subnets: true };
const PRIVATE = { public_subnets: false, database_subnets: false };

const networks = [
  { cidr_block: '10.0.0.0/16', zones: 3, ...ALL },
  { cidr_block: '10.0.0.0/16', zones: 2, ...ALL },
  { cidr_block: '10.0.0.0/16', zones: 1, ...PRIVATE },
  { cidr_block: '172.20.128.0/17', zones: 3, ...ALL },
  { cidr_block: '10.9.16.0/20', zones: 2, ...ALL },
  { cidr_block: '10.9.8.0/23', zones: 3, ...ALL },
  { cidr_block: '192.168.4.0/24', zones: 3, ...ALL },
  { cidr_block: '192.168.4.128/25', zones: 2, ...ALL },
  { cidr_block: '192.168.4.64/26', zones: 1, ...ALL },
  { cidr_block: '192.168.4.64/26', zones: 3, ...PRIVATE },
  { cidr_block: '192.168.4.32/27', zones: 2, ...PRIVATE },
  { cidr_block: '192.168.4.16/28', zones: 1, ...PRIVATE },
].map((variables, index) => ({
  ...variables,
  module: `network_${index}`,
  tiers: variables.public_subnets ? 3 : 1,
}));

function first(range: string): string {
  return range.split('/')[0];
}

function prefixOf(range: string): number {
  return Number(range.split('/')[1]);
}

function contains(range: string, address: string): boolean {
  const list = new BlockList();
  list.addSubnet(first(range), prefixOf(range));
  return list.check(address);
}

function overlaps(one: string, other: string): boolean {
  return contains(one, first(other)) || contains(other, first(one));
}

describe('the subnets of a VPC', () => {
  let aws: LocalAws;
  let workspace: Workspace;
  let plan: WorkspacePlan;

  beforeAll(async () => {
    aws = await startLocalAws();
    const calls = networks.map(({ module, tiers, ...variables }) => ({
      name: module,
      skeleton: 'vpc',
      variables: { name: 'shop', flow_logs: false, ...variables },
    }));
    workspace = await createWorkspace(path => copyAsModules(calls, path), {
      aws,
      tags: {},
    });
    plan = await planWorkspace(workspace);
  });

  afterAll(async () => {
    await workspace?.remove();
    await aws?.stop();
  });

  const subnetsOf = (module: string): Record<string, string> =>
    Object.fromEntries(
      plan.resources
        .filter(({ address }) =>
          address.startsWith(`module.${module}.aws_subnet.`),
        )
        .map(({ address, values }) => [
          /\["(.+)"\]$/.exec(address)?.[1] ?? address,
          values.cidr_block as string,
        ]),
    );

  it.each(networks)(
    'of $cidr_block in $zones zones are all there, inside it, apart, and large enough for AWS',
    ({ module, cidr_block: range, zones, tiers }) => {
      const subnets = Object.values(subnetsOf(module));

      const clashes = subnets.flatMap((one, index) =>
        subnets.slice(index + 1).filter(other => overlaps(one, other)),
      );

      expect(subnets).toHaveLength(zones * tiers);
      expect(subnets.filter(one => !contains(range, first(one)))).toEqual([]);
      expect(clashes).toEqual([]);
      expect(Math.max(...subnets.map(prefixOf))).toBeLessThanOrEqual(28);
    },
  );

  it('stay where they are when a zone or a kind of subnet is added to a network of /24 or larger', () => {
    const [three, two, one] = networks.map(({ module }) => subnetsOf(module));

    expect(three).toMatchObject(two);
    expect(two).toMatchObject(one);
  });

  it('stand in zones by their number', () => {
    const zones = plan.resources
      .filter(({ address }) => /network_0\.aws_subnet.*public/.test(address))
      .map(({ values }) => values.availability_zone);

    expect(zones).toEqual(['us-east-1a', 'us-east-1b', 'us-east-1c']);
  });
});
