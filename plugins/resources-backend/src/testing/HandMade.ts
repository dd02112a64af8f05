import {
  CreateBucketCommand,
  PutBucketTaggingCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { LocalAws } from '@terrastage/local/testing';

type Parameters = Record<string, string>;

const VERSIONS = { ec2: '2016-11-15', rds: '2014-10-31' };

/** The consent that an adoption asks for. */
export const CONSENT = { 'terrastage:adopt': 'group:default/payments' };

/** Things in the local AWS that no Terraform knows of, as somebody would have made them by hand. */
export class HandMade {
  readonly s3: S3Client;

  constructor(private readonly aws: LocalAws) {
    this.s3 = new S3Client({ endpoint: aws.url, forcePathStyle: true });
  }

  async bucket(name: string, tags: Parameters = CONSENT): Promise<string> {
    await this.s3.send(new CreateBucketCommand({ Bucket: name }));
    if (Object.keys(tags).length > 0) {
      await this.s3.send(
        new PutBucketTaggingCommand({
          Bucket: name,
          Tagging: {
            TagSet: Object.entries(tags).map(([Key, Value]) => ({
              Key,
              Value,
            })),
          },
        }),
      );
    }
    return name;
  }

  /** A network of two zones, laid out as the template does it, with a way to the internet and nothing else. */
  async network(tags: Parameters = CONSENT): Promise<string> {
    const vpc = await this.make('CreateVpc', 'vpcId', {
      CidrBlock: '10.50.0.0/16',
      ...tagged('vpc', tags),
    });
    const gateway = await this.make(
      'CreateInternetGateway',
      'internetGatewayId',
    );
    await this.ec2('AttachInternetGateway', {
      VpcId: vpc,
      InternetGatewayId: gateway,
    });
    for (const [index, zone] of ['us-east-1a', 'us-east-1b'].entries()) {
      const subnet = (CidrBlock: string) =>
        this.make('CreateSubnet', 'subnetId', {
          VpcId: vpc,
          CidrBlock,
          AvailabilityZone: zone,
        });
      await subnet(`10.50.${index * 32}.0/19`);
      await subnet(`10.50.${192 + index * 16}.0/20`);
      const open = await subnet(`10.50.${128 + index * 16}.0/20`);
      if (index === 0) {
        const table = await this.make('CreateRouteTable', 'routeTableId', {
          VpcId: vpc,
        });
        await this.ec2('CreateRoute', {
          RouteTableId: table,
          DestinationCidrBlock: '0.0.0.0/0',
          GatewayId: gateway,
        });
        await this.ec2('AssociateRouteTable', {
          RouteTableId: table,
          SubnetId: open,
        });
      }
    }
    return vpc;
  }

  async instance(
    subnet: string,
    { encrypted = true }: { encrypted?: boolean } = {},
  ): Promise<string> {
    const images = await this.ec2('DescribeImages', {
      'Owner.1': 'amazon',
      'Filter.1.Name': 'architecture',
      'Filter.1.Value.1': 'x86_64',
    });
    return this.make('RunInstances', 'instanceId', {
      ImageId: first(images, 'imageId'),
      InstanceType: 't3.micro',
      SubnetId: subnet,
      MinCount: '1',
      MaxCount: '1',
      'BlockDeviceMapping.1.DeviceName': first(images, 'rootDeviceName'),
      'BlockDeviceMapping.1.Ebs.Encrypted': String(encrypted),
      'BlockDeviceMapping.1.Ebs.VolumeType': 'gp3',
      'BlockDeviceMapping.1.Ebs.VolumeSize': '20',
      ...tagged('instance', CONSENT),
    });
  }

  async database(
    name: string,
    subnets: readonly string[],
    settings: Parameters = {},
  ): Promise<string> {
    await this.rds('CreateDBSubnetGroup', {
      DBSubnetGroupName: `${name}-subnets`,
      DBSubnetGroupDescription: 'Made by hand',
      ...numbered('SubnetIds.SubnetIdentifier', subnets),
    });
    await this.rds('CreateDBInstance', {
      DBInstanceIdentifier: name,
      DBInstanceClass: 'db.t4g.micro',
      Engine: 'postgres',
      EngineVersion: '16',
      AllocatedStorage: '20',
      StorageType: 'gp3',
      StorageEncrypted: 'true',
      MasterUsername: 'dbadmin',
      MasterUserPassword: 'made-by-hand-1',
      DBName: 'app',
      DBSubnetGroupName: `${name}-subnets`,
      'Tags.Tag.1.Key': 'terrastage:adopt',
      'Tags.Tag.1.Value': CONSENT['terrastage:adopt'],
      ...settings,
    });
    return name;
  }

  ec2(action: string, parameters: Parameters = {}): Promise<string> {
    return this.query('ec2', action, parameters);
  }

  rds(action: string, parameters: Parameters = {}): Promise<string> {
    return this.query('rds', action, parameters);
  }

  private async make(
    action: string,
    id: string,
    parameters: Parameters = {},
  ): Promise<string> {
    return first(await this.ec2(action, parameters), id);
  }

  private async query(
    service: keyof typeof VERSIONS,
    action: string,
    parameters: Parameters,
  ): Promise<string> {
    const scope = `local/20260101/us-east-1/${service}/aws4_request`;
    const response = await fetch(this.aws.url, {
      method: 'POST',
      headers: {
        Authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
      },
      body: new URLSearchParams({
        Version: VERSIONS[service],
        Action: action,
        ...parameters,
      }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${action}: ${text}`);
    return text;
  }
}

function tagged(type: string, tags: Parameters): Parameters {
  return Object.entries(tags).reduce(
    (all, [key, value], index) => ({
      ...all,
      [`TagSpecification.1.Tag.${index + 1}.Key`]: key,
      [`TagSpecification.1.Tag.${index + 1}.Value`]: value,
    }),
    { 'TagSpecification.1.ResourceType': type },
  );
}

function numbered(name: string, values: readonly string[]): Parameters {
  return Object.fromEntries(
    values.map((value, index) => [`${name}.${index + 1}`, value]),
  );
}

function first(xml: string, element: string): string {
  const [, text] = new RegExp(`<${element}>([^<]+)<`).exec(xml) ?? [];
  if (!text) throw new Error(`There is no ${element} in ${xml}`);
  return text;
}
