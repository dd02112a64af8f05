import { awsQuery, awsRest } from '../testing/awsRequest';
import { startLocalAws, type LocalAws } from './startLocalAws';

jest.setTimeout(60_000);

const RDS = '2014-10-31';
const EC2 = '2016-11-15';
const SQS = '2012-11-05';
const ELASTICACHE = '2015-02-02';
const IAM = '2010-05-08';

describe('the local AWS', () => {
  let aws: LocalAws;

  beforeAll(async () => {
    aws = await startLocalAws();
  });

  afterAll(async () => {
    await aws.stop();
  });

  it('gives each DB instance a resource id of its own', async () => {
    for (const name of ['first', 'second']) {
      await awsQuery(aws, 'rds', RDS, {
        Action: 'CreateDBInstance',
        DBInstanceIdentifier: name,
        DBInstanceClass: 'db.t4g.micro',
        Engine: 'postgres',
        AllocatedStorage: '20',
        MasterUsername: 'owner',
        ManageMasterUserPassword: 'true',
      });
    }

    const answer = await awsQuery(aws, 'rds', RDS, {
      Action: 'DescribeDBInstances',
    });

    const ids = valuesOf('DbiResourceId', answer);
    expect(ids).toEqual([
      expect.stringMatching(/^db-[A-Z0-9]{26}$/),
      expect.stringMatching(/^db-[A-Z0-9]{26}$/),
    ]);
    expect(new Set(ids).size).toBe(2);
  });

  it('makes up no SSH key for a node group of EKS', async () => {
    const vpc = await awsQuery(aws, 'ec2', EC2, {
      Action: 'CreateVpc',
      CidrBlock: '10.0.0.0/16',
    });
    const subnet = await awsQuery(aws, 'ec2', EC2, {
      Action: 'CreateSubnet',
      VpcId: valuesOf('vpcId', vpc)[0],
      CidrBlock: '10.0.1.0/24',
    });
    const subnets = valuesOf('subnetId', subnet);
    await awsRest(aws, 'eks', 'POST', '/clusters', {
      body: JSON.stringify({
        name: 'shop',
        roleArn: 'arn:aws:iam::123456789012:role/cluster',
        resourcesVpcConfig: { subnetIds: subnets },
      }),
    });

    const created = await awsRest(
      aws,
      'eks',
      'POST',
      '/clusters/shop/node-groups',
      {
        body: JSON.stringify({
          nodegroupName: 'nodes',
          nodeRole: 'arn:aws:iam::123456789012:role/nodes',
          subnets,
        }),
      },
    );

    expect(created.status).toBe(200);
    expect(JSON.parse(created.text).nodegroup.remoteAccess ?? null).toBeNull();
  });

  it('keeps an add-on of EKS with its settings until it is deleted', async () => {
    const call = async (method: string, name = '', body?: object) => {
      const { status, text } = await awsRest(
        aws,
        'eks',
        method,
        `/clusters/addons/addons${name}`,
        { body: body && JSON.stringify(body) },
      );
      return { status, ...JSON.parse(text) };
    };
    await awsRest(aws, 'eks', 'POST', '/clusters', {
      body: JSON.stringify({
        name: 'addons',
        roleArn: 'arn:aws:iam::123456789012:role/cluster',
        resourcesVpcConfig: { subnetIds: [] },
      }),
    });

    await call('POST', '', {
      addonName: 'vpc-cni',
      configurationValues: '{"enableNetworkPolicy":"true"}',
    });
    const { addon } = await call('GET', '/vpc-cni');
    const { addons } = await call('GET');
    await call('DELETE', '/vpc-cni');
    const { status } = await call('GET', '/vpc-cni');

    expect(addon).toMatchObject({
      addonName: 'vpc-cni',
      clusterName: 'addons',
      status: 'ACTIVE',
      configurationValues: '{"enableNetworkPolicy":"true"}',
    });
    expect(addons).toEqual(['vpc-cni']);
    expect(status).toBe(404);
  });

  it('answers with the redrive policy that a queue was given', async () => {
    await awsQuery(aws, 'sqs', SQS, {
      Action: 'CreateQueue',
      QueueName: 'dead',
    });
    const policy = JSON.stringify({
      maxReceiveCount: 3,
      deadLetterTargetArn: 'arn:aws:sqs:us-east-1:123456789012:dead',
    });

    await awsQuery(aws, 'sqs', SQS, {
      Action: 'CreateQueue',
      QueueName: 'work',
      'Attribute.1.Name': 'RedrivePolicy',
      'Attribute.1.Value': policy,
    });

    const answer = await awsQuery(aws, 'sqs', SQS, {
      Action: 'GetQueueAttributes',
      QueueUrl: `${aws.url}/123456789012/work`,
      'AttributeName.1': 'RedrivePolicy',
    });
    expect(valuesOf('Value', answer).map(unescapeXml)).toEqual([policy]);
  });

  describe('ElastiCache', () => {
    const call = (parameters: Record<string, string>) =>
      awsQuery(aws, 'elasticache', ELASTICACHE, parameters);

    beforeAll(async () => {
      await call({
        Action: 'CreateReplicationGroup',
        ReplicationGroupId: 'cache',
        ReplicationGroupDescription: 'sessions',
        Engine: 'redis',
        EngineVersion: '7.1',
        CacheNodeType: 'cache.t4g.micro',
        NumNodeGroups: '1',
        ReplicasPerNodeGroup: '1',
        AtRestEncryptionEnabled: 'true',
        TransitEncryptionEnabled: 'true',
        AuthToken: 'a'.repeat(16),
        'SecurityGroupIds.SecurityGroupId.1': 'sg-0123456789abcdef0',
      });
    });

    it('has the members of a replication group as clusters', async () => {
      const group = await call({
        Action: 'DescribeReplicationGroups',
        ReplicationGroupId: 'cache',
      });
      const members = valuesOf('ClusterId', group);

      const answers = await Promise.all(
        members.map(CacheClusterId =>
          call({ Action: 'DescribeCacheClusters', CacheClusterId }),
        ),
      );

      expect(members).toEqual(['cache-001', 'cache-002']);
      expect(
        answers.flatMap(answer => valuesOf('ReplicationGroupId', answer)),
      ).toEqual(['cache', 'cache']);
    });

    it('gives members the settings of their group', async () => {
      const answer = await call({
        Action: 'DescribeCacheClusters',
        CacheClusterId: 'cache-002',
      });

      expect(valuesOf('AtRestEncryptionEnabled', answer)).toEqual(['true']);
      expect(valuesOf('AuthTokenEnabled', answer)).toEqual(['true']);
      expect(valuesOf('SecurityGroupId', answer)).toEqual([
        'sg-0123456789abcdef0',
      ]);
      expect(valuesOf('CacheParameterGroupName', answer)).toEqual([
        'default.redis7',
      ]);
    });

    it('reports a version in the form that AWS does', async () => {
      const answer = await call({
        Action: 'DescribeCacheClusters',
        CacheClusterId: 'cache-001',
      });

      expect(valuesOf('EngineVersion', answer)).toEqual(['7.1.0']);
    });

    it('forgets a deleted replication group with its members', async () => {
      await call({
        Action: 'CreateReplicationGroup',
        ReplicationGroupId: 'gone',
        ReplicationGroupDescription: 'short-lived',
        CacheNodeType: 'cache.t4g.micro',
      });

      await call({
        Action: 'DeleteReplicationGroup',
        ReplicationGroupId: 'gone',
      });

      await expect(
        call({
          Action: 'DescribeReplicationGroups',
          ReplicationGroupId: 'gone',
        }),
      ).rejects.toThrow('ReplicationGroupNotFound');
      await expect(
        call({ Action: 'DescribeCacheClusters', CacheClusterId: 'gone-001' }),
      ).rejects.toThrow('CacheClusterNotFound');
    });

    it('deletes a subnet group', async () => {
      await call({
        Action: 'CreateCacheSubnetGroup',
        CacheSubnetGroupName: 'private',
        CacheSubnetGroupDescription: 'private subnets',
        'SubnetIds.SubnetIdentifier.1': 'subnet-12345678',
      });

      await call({
        Action: 'DeleteCacheSubnetGroup',
        CacheSubnetGroupName: 'private',
      });

      await expect(
        call({
          Action: 'DeleteCacheSubnetGroup',
          CacheSubnetGroupName: 'private',
        }),
      ).rejects.toThrow('CacheSubnetGroupNotFound');
    });
  });

  describe('S3', () => {
    const policyOf = (bucket: string, Condition?: object) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: [`arn:aws:s3:::${bucket}/*`],
            Condition,
          },
        ],
      });
    const withPolicy = async (bucket: string, condition?: object) => {
      await awsRest(aws, 's3', 'PUT', `/${bucket}`);
      await awsRest(aws, 's3', 'PUT', `/${bucket}?policy`, {
        body: policyOf(bucket, condition),
      });
      return awsRest(aws, 's3', 'PUT', `/${bucket}/note`, { body: 'x' });
    };

    it('lets a bucket be used whose policy denies what comes without TLS', async () => {
      const { status } = await withPolicy('tls-only', {
        Bool: { 'aws:SecureTransport': 'false' },
      });

      expect(status).toBe(200);
    });

    it('goes on denying what a policy denies in any case', async () => {
      const { status } = await withPolicy('closed');

      expect(status).toBe(403);
    });

    it('answers with the policy as it was given', async () => {
      const { text } = await awsRest(aws, 's3', 'GET', '/tls-only?policy');

      expect(JSON.parse(text).Statement).toHaveLength(1);
    });
  });

  describe('asked again by an SDK that has lost the answer', () => {
    const provider = (call: string) =>
      awsQuery(
        aws,
        'iam',
        IAM,
        {
          Action: 'CreateOpenIDConnectProvider',
          Url: 'https://oidc.eks.us-east-1.amazonaws.com/id/0123456789',
          'ThumbprintList.member.1': '0'.repeat(40),
        },
        { 'amz-sdk-invocation-id': call },
      );

    it('gives the answer once more, and refuses who really asks for a second one', async () => {
      const first = await provider('first-call');

      expect(await provider('first-call')).toBe(first);
      await expect(provider('second-call')).rejects.toThrow(
        'EntityAlreadyExists',
      );
    });

    it('does what was refused before when it can be done', async () => {
      const join = () =>
        awsQuery(
          aws,
          'iam',
          IAM,
          { Action: 'AddUserToGroup', UserName: 'ana', GroupName: 'readers' },
          { 'amz-sdk-invocation-id': 'early-call' },
        );
      await expect(join()).rejects.toThrow('NoSuchEntity');
      await awsQuery(aws, 'iam', IAM, {
        Action: 'CreateUser',
        UserName: 'ana',
      });
      await awsQuery(aws, 'iam', IAM, {
        Action: 'CreateGroup',
        GroupName: 'readers',
      });

      expect(await join()).toContain('AddUserToGroupResponse');
    });
  });

  it('lets exactly one of several conditional writes of megabytes win', async () => {
    await awsRest(aws, 's3', 'PUT', '/locks');
    const body = new Uint8Array(8 * 1024 * 1024);

    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        awsRest(aws, 's3', 'PUT', '/locks/state.tflock', {
          body,
          headers: { 'if-none-match': '*' },
        }),
      ),
    );

    expect(answers.map(answer => answer.status).sort()).toEqual([
      200,
      ...Array(7).fill(412),
    ]);
  });
});

/** The texts of all elements of a name. */
function valuesOf(name: string, xml: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(
    match => match[1],
  );
}

function unescapeXml(text: string): string {
  return text.replace(/&quot;/g, '"').replace(/&amp;/g, '&');
}
