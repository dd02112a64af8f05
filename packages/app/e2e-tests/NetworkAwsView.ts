import {
  DescribeInstancesCommand,
  DescribeNatGatewaysCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcsCommand,
  EC2Client,
  type Instance,
} from '@aws-sdk/client-ec2';
import {
  type DBInstance,
  DescribeDBInstancesCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import {
  GetResourcesCommand,
  ResourceGroupsTaggingAPIClient,
} from '@aws-sdk/client-resource-groups-tagging-api';

/** The networks of the local AWS, and what stands in them. */
export class NetworkAwsView {
  private readonly ec2: EC2Client;
  private readonly rds: RDSClient;
  private readonly tagging: ResourceGroupsTaggingAPIClient;

  constructor(endpoint: string) {
    const options = {
      endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    };
    this.ec2 = new EC2Client(options);
    this.rds = new RDSClient(options);
    this.tagging = new ResourceGroupsTaggingAPIClient(options);
  }

  /** By its tag `Name`; undefined once it is terminated. */
  async instance(name: string): Promise<Instance | undefined> {
    const { Reservations } = await this.ec2.send(
      new DescribeInstancesCommand({
        Filters: [
          { Name: 'tag:Name', Values: [name] },
          {
            Name: 'instance-state-name',
            Values: ['pending', 'running', 'stopping', 'stopped'],
          },
        ],
      }),
    );
    return Reservations?.[0]?.Instances?.[0];
  }

  async database(identifier: string): Promise<DBInstance | undefined> {
    const { DBInstances } = await this.rds.send(
      new DescribeDBInstancesCommand({}),
    );
    return DBInstances?.find(one => one.DBInstanceIdentifier === identifier);
  }

  /** Ids of the VPCs whose tag `Name` is that. */
  async networks(name: string): Promise<string[]> {
    const { Vpcs } = await this.ec2.send(
      new DescribeVpcsCommand({
        Filters: [{ Name: 'tag:Name', Values: [name] }],
      }),
    );
    return (Vpcs ?? []).map(({ VpcId }) => VpcId!);
  }

  /** Services that have an endpoint in any VPC. */
  async endpointServices(): Promise<string[]> {
    const { VpcEndpoints } = await this.ec2.send(
      new DescribeVpcEndpointsCommand({}),
    );
    return (VpcEndpoints ?? []).map(({ ServiceName }) => ServiceName!);
  }

  /**
   * ARNs of all that carries the tag of one of those resources of the portal. Terminated instances and deleted NAT
   * gateways are left out: AWS lists them for about an hour more.
   */
  async tagged(resourceIds: string[]): Promise<string[]> {
    const { ResourceTagMappingList } = await this.tagging.send(
      new GetResourcesCommand({
        TagFilters: [{ Key: 'terrastage:resource-id', Values: resourceIds }],
      }),
    );
    const ended = await this.ended();
    return (ResourceTagMappingList ?? [])
      .map(({ ResourceARN }) => ResourceARN!)
      .filter(arn => !ended.includes(arn.split('/').pop()!));
  }

  private async ended(): Promise<string[]> {
    const { Reservations } = await this.ec2.send(
      new DescribeInstancesCommand({
        Filters: [{ Name: 'instance-state-name', Values: ['terminated'] }],
      }),
    );
    const { NatGateways } = await this.ec2.send(
      new DescribeNatGatewaysCommand({
        Filter: [{ Name: 'state', Values: ['deleted'] }],
      }),
    );
    return [
      ...(Reservations ?? []).flatMap(({ Instances }) =>
        (Instances ?? []).map(({ InstanceId }) => InstanceId!),
      ),
      ...(NatGateways ?? []).map(({ NatGatewayId }) => NatGatewayId!),
    ];
  }
}
