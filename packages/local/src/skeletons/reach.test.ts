import { startLocalAws, type LocalAws } from '../aws/startLocalAws';
import { copyAsModules } from '../templates/workspace/copyAsModules';
import {
  createWorkspace,
  type Workspace,
} from '../templates/workspace/createWorkspace';
import { ec2InstanceCases } from './__testUtils__/ec2InstanceCases';
import { refusalsOf } from './__testUtils__/refusalsOf';

jest.setTimeout(180_000);

const { subnets } = ec2InstanceCases.filled as {
  subnets: Record<string, object>;
};

const isolated = {
  subnets: {
    ...subnets,
    'private-1': { ...subnets['private-1'], reaches_ssm_through: 'nothing' },
  },
};

const refused = {
  isolated: {
    changed: isolated,
    says: /"aws_instance" "this": Systems Manager cannot be reached from private-1/,
  },
  database: {
    changed: { subnet: 'database-1' },
    says: /"aws_instance" "this": Systems Manager cannot be reached from database-1/,
  },
  public_without_address: {
    changed: { subnet: 'public-1' },
    says: /"aws_instance" "this": Systems Manager cannot be reached from public-1/,
  },
  address_in_private: {
    changed: { public_address: true },
    says: /"aws_instance" "this": A public address is of use only in a public subnet: private-1/,
  },
  other_processor: {
    // The local AWS has this image of Amazon Linux for arm64.
    changed: { instance_type: 't3.micro', ami_id: 'ami-08976229d8b10b097' },
    says: /"aws_instance" "this": The image ami-08976229d8b10b097 is for another processor than t3.micro has \(x86_64\)/,
  },
};

describe('an instance that could not be used', () => {
  let aws: LocalAws;
  let workspace: Workspace;
  let refusals: string[];

  beforeAll(async () => {
    aws = await startLocalAws();
    const calls = Object.entries(refused).map(([name, { changed }]) => ({
      name,
      skeleton: 'ec2-instance',
      variables: {
        ...ec2InstanceCases.filled,
        ...ec2InstanceCases.minimal,
        ...changed,
      },
    }));
    workspace = await createWorkspace(path => copyAsModules(calls, path), {
      aws,
      tags: {},
    });
    refusals = await refusalsOf(workspace);
  });

  afterAll(async () => {
    await workspace?.remove();
    await aws?.stop();
  });

  it.each(Object.entries(refused))(
    'is refused before anything is made: %s',
    (_name, { says }) => {
      expect(refusals).toContainEqual(expect.stringMatching(says));
    },
  );

  it('is refused for that alone', () => {
    expect(refusals).toHaveLength(Object.keys(refused).length);
  });
});
