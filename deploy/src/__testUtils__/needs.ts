import { PLATFORM_ACCOUNT } from './accessVariables';
import { arn, each, MADE_BOUNDARY, NEW, OURS, type Request } from './Request';

const STATE = 'arn:aws:s3:::terrastage-123456789012-dev-state';
const KEY = `arn:aws:kms:us-east-1:${PLATFORM_ACCOUNT}:key/11111111-2222-3333-4444-555555555555`;

/** What every run does with its state, its plan and its lock. */
export function stateNeeds(type: string): Request[] {
  const key = `${STATE}/${type}/group-default-payments/acme-1a2b/terraform.tfstate`;
  return [
    ...each('s3:ListBucket', STATE),
    ...each('s3:GetObject s3:GetObjectVersion s3:PutObject', key),
    ...each('s3:GetObject s3:PutObject s3:DeleteObject', `${key}.tflock`),
    ...each('s3:GetObject s3:PutObject', `${STATE}/runs/r1/plan-1.tfplan`),
    ...each('kms:Decrypt kms:GenerateDataKey', KEY, {
      'kms:ViaService': 's3.us-east-1.amazonaws.com',
    }),
    ...each('tag:GetResources', '*'),
  ];
}

const securityGroups: Request[] = [
  ...each(
    'ec2:DescribeSecurityGroups ec2:DescribeSecurityGroupRules ec2:DescribeVpcs ec2:DescribeNetworkInterfaces',
    '*',
  ),
  ...each('ec2:CreateSecurityGroup', arn.ec2('security-group'), NEW),
  ...each('ec2:CreateSecurityGroup', arn.ec2('vpc'), OURS),
  ...each('ec2:CreateTags', arn.ec2('security-group'), {
    ...NEW,
    'ec2:CreateAction': 'CreateSecurityGroup',
  }),
  ...each('ec2:CreateTags', arn.ec2('security-group-rule'), {
    ...NEW,
    'ec2:CreateAction': 'AuthorizeSecurityGroupIngress',
  }),
  ...each(
    'ec2:AuthorizeSecurityGroupEgress ec2:AuthorizeSecurityGroupIngress ec2:RevokeSecurityGroupEgress ec2:RevokeSecurityGroupIngress ec2:DeleteSecurityGroup',
    arn.ec2('security-group'),
    OURS,
  ),
  ...each(
    'ec2:AuthorizeSecurityGroupEgress ec2:AuthorizeSecurityGroupIngress',
    arn.ec2('security-group-rule'),
    NEW,
  ),
];

const instanceRole = arn.iam('role', 'instance-worker-2026');
const instanceProfile = arn.iam('instance-profile', 'instance-worker-2026');
const flowLogsRole = arn.iam('role', 'flow-logs-shop-2026');

/** By template: what its runs ask of AWS, with what the requests carry. The actions were recorded from real runs. */
export const needs: Record<string, Request[]> = {
  's3-bucket': [
    ...each(
      's3:CreateBucket s3:DeleteBucket s3:DeleteBucketPolicy s3:GetAccelerateConfiguration s3:GetBucketAcl s3:GetBucketCORS s3:GetBucketLogging s3:GetBucketObjectLockConfiguration s3:GetBucketOwnershipControls s3:GetBucketPolicy s3:GetBucketPublicAccessBlock s3:GetBucketRequestPayment s3:GetBucketTagging s3:GetBucketVersioning s3:GetBucketWebsite s3:GetEncryptionConfiguration s3:GetLifecycleConfiguration s3:GetReplicationConfiguration s3:ListBucket s3:ListBucketVersions s3:PutBucketLogging s3:PutBucketOwnershipControls s3:PutBucketPolicy s3:PutBucketPublicAccessBlock s3:PutBucketTagging s3:PutBucketVersioning s3:PutEncryptionConfiguration s3:PutLifecycleConfiguration',
      'arn:aws:s3:::acme-logs',
    ),
    ...each(
      's3:DeleteObject s3:DeleteObjectVersion',
      'arn:aws:s3:::acme-logs/2026/a.log',
    ),
  ],
  'ec2-instance': [
    ...securityGroups,
    ...each(
      'ec2:DescribeImages ec2:DescribeInstanceAttribute ec2:DescribeInstanceCreditSpecifications ec2:DescribeInstanceTypes ec2:DescribeInstances ec2:DescribeTags ec2:DescribeVolumes',
      '*',
    ),
    ...each('ec2:RunInstances', arn.ec2('instance'), {
      ...NEW,
      'ec2:MetadataHttpTokens': 'required',
    }),
    ...each('ec2:RunInstances', arn.ec2('volume'), { 'ec2:Encrypted': 'true' }),
    ...each('ec2:RunInstances', arn.ec2('network-interface')),
    ...each(
      'ec2:RunInstances',
      'arn:aws:ec2:us-east-1::image/ami-0a1b2c3d4e5f60718',
    ),
    ...each('ec2:RunInstances', arn.ec2('subnet'), OURS),
    ...each('ec2:RunInstances', arn.ec2('security-group'), OURS),
    ...each('ec2:CreateTags', arn.ec2('instance'), {
      ...NEW,
      'ec2:CreateAction': 'RunInstances',
    }),
    ...each(
      'ec2:ModifyInstanceAttribute ec2:StopInstances ec2:StartInstances ec2:TerminateInstances ec2:MonitorInstances',
      arn.ec2('instance'),
      OURS,
    ),
    ...each('iam:CreateRole', instanceRole, MADE_BOUNDARY),
    ...each(
      'iam:GetRole iam:TagRole iam:ListRolePolicies iam:ListAttachedRolePolicies iam:ListInstanceProfilesForRole iam:DeleteRole',
      instanceRole,
    ),
    ...each('iam:AttachRolePolicy iam:DetachRolePolicy', instanceRole, {
      ...MADE_BOUNDARY,
      'iam:PolicyARN': 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore',
    }),
    ...each(
      'iam:CreateInstanceProfile iam:TagInstanceProfile iam:GetInstanceProfile iam:AddRoleToInstanceProfile iam:RemoveRoleFromInstanceProfile iam:DeleteInstanceProfile',
      instanceProfile,
    ),
    ...each('iam:PassRole', instanceRole, {
      'iam:PassedToService': 'ec2.amazonaws.com',
    }),
  ],
  'rds-database': [
    ...securityGroups,
    ...each('rds:DescribeDBInstances', arn.rds('db', 'orders')),
    ...each('rds:DescribeDBSubnetGroups', arn.rds('subgrp', 'orders-2026')),
    ...each(
      'rds:DescribeDBParameterGroups rds:DescribeDBParameters',
      arn.rds('pg', 'orders-2026'),
    ),
    ...each('rds:ListTagsForResource', arn.rds('db', 'orders')),
    ...each(
      'rds:CreateDBParameterGroup rds:AddTagsToResource',
      arn.rds('pg', 'orders-2026'),
      NEW,
    ),
    ...each(
      'rds:CreateDBSubnetGroup rds:AddTagsToResource',
      arn.rds('subgrp', 'orders-2026'),
      NEW,
    ),
    ...each('rds:CreateDBInstance', arn.rds('db', 'orders'), {
      ...NEW,
      'rds:StorageEncrypted': 'true',
      'rds:ManageMasterUserPassword': 'true',
    }),
    ...each('rds:CreateDBInstance', arn.rds('pg', 'orders-2026'), OURS),
    ...each('rds:CreateDBInstance', arn.rds('subgrp', 'orders-2026'), OURS),
    ...each('rds:AddTagsToResource', arn.rds('db', 'orders'), NEW),
    ...each(
      'rds:ModifyDBInstance rds:DeleteDBInstance rds:RebootDBInstance',
      arn.rds('db', 'orders'),
      OURS,
    ),
    ...each(
      'rds:ModifyDBParameterGroup rds:DeleteDBParameterGroup',
      arn.rds('pg', 'orders-2026'),
      OURS,
    ),
    ...each('rds:DeleteDBSubnetGroup', arn.rds('subgrp', 'orders-2026'), OURS),
    ...each(
      'rds:CreateDBSnapshot',
      arn.rds('snapshot', 'orders-final-0a1b2c3d'),
    ),
    ...each(
      'secretsmanager:CreateSecret secretsmanager:TagResource',
      `arn:aws:secretsmanager:us-east-1:${PLATFORM_ACCOUNT}:secret:rds!db-1234-abcdef`,
    ),
    ...each(
      'kms:DescribeKey',
      `arn:aws:kms:us-east-1:${PLATFORM_ACCOUNT}:key/99999999-2222-3333-4444-555555555555`,
      { 'kms:ResourceAliases': ['alias/aws/secretsmanager'] },
    ),
  ],
  vpc: [
    ...securityGroups,
    ...each(
      'ec2:DescribeAddresses ec2:DescribeAddressesAttribute ec2:DescribeAvailabilityZones ec2:DescribeFlowLogs ec2:DescribeInternetGateways ec2:DescribeNatGateways ec2:DescribeNetworkAcls ec2:DescribePrefixLists ec2:DescribeRouteTables ec2:DescribeSubnets ec2:DescribeVpcAttribute ec2:DescribeVpcEndpoints',
      '*',
    ),
    ...each('logs:DescribeLogGroups', '*'),
    ...each('ec2:CreateVpc', arn.ec2('vpc'), NEW),
    ...each('ec2:CreateSubnet', arn.ec2('subnet'), NEW),
    ...each('ec2:CreateRouteTable', arn.ec2('route-table'), NEW),
    ...each('ec2:CreateInternetGateway', arn.ec2('internet-gateway'), NEW),
    ...each('ec2:CreateNatGateway', arn.ec2('natgateway'), NEW),
    ...each('ec2:AllocateAddress', arn.ec2('elastic-ip'), NEW),
    ...each('ec2:CreateVpcEndpoint', arn.ec2('vpc-endpoint'), NEW),
    ...each('ec2:CreateFlowLogs', arn.ec2('vpc-flow-log'), NEW),
    ...each(
      'ec2:CreateSubnet ec2:CreateRouteTable ec2:CreateVpcEndpoint ec2:CreateFlowLogs ec2:AttachInternetGateway ec2:DetachInternetGateway ec2:ModifyVpcAttribute ec2:DeleteVpc',
      arn.ec2('vpc'),
      OURS,
    ),
    ...each(
      'ec2:CreateNatGateway ec2:AssociateRouteTable ec2:DeleteSubnet',
      arn.ec2('subnet'),
      OURS,
    ),
    ...each(
      'ec2:CreateNatGateway ec2:ReleaseAddress ec2:DisassociateAddress',
      arn.ec2('elastic-ip'),
      OURS,
    ),
    ...each('ec2:DisassociateAddress', arn.ec2('network-interface')),
    ...each(
      'ec2:CreateRoute ec2:DeleteRoute ec2:AssociateRouteTable ec2:DisassociateRouteTable ec2:DeleteRouteTable ec2:CreateVpcEndpoint',
      arn.ec2('route-table'),
      OURS,
    ),
    ...each(
      'ec2:AttachInternetGateway ec2:DeleteInternetGateway',
      arn.ec2('internet-gateway'),
      OURS,
    ),
    ...each('ec2:DeleteNatGateway', arn.ec2('natgateway'), OURS),
    ...each('ec2:DeleteVpcEndpoints', arn.ec2('vpc-endpoint'), OURS),
    ...each('ec2:DeleteFlowLogs', arn.ec2('vpc-flow-log'), OURS),
    // The VPC's own security group, which comes without tags.
    ...each(
      'ec2:RevokeSecurityGroupEgress ec2:RevokeSecurityGroupIngress',
      arn.ec2('security-group'),
    ),
    ...each('ec2:CreateTags', arn.ec2('security-group'), NEW),
    ...each('ec2:CreateTags', arn.ec2('vpc'), {
      ...NEW,
      'ec2:CreateAction': 'CreateVpc',
    }),
    ...each(
      'logs:CreateLogGroup logs:PutRetentionPolicy logs:ListTagsForResource logs:TagResource logs:DeleteLogGroup',
      arn.logs('/terrastage/vpc-flow-logs/vpc-0a1b2c3d'),
    ),
    ...each('iam:CreateRole iam:PutRolePolicy', flowLogsRole, MADE_BOUNDARY),
    ...each(
      'iam:GetRole iam:GetRolePolicy iam:TagRole iam:ListRolePolicies iam:ListAttachedRolePolicies iam:ListInstanceProfilesForRole iam:DeleteRolePolicy iam:DeleteRole',
      flowLogsRole,
    ),
    ...each('iam:PassRole', flowLogsRole, {
      'iam:PassedToService': 'vpc-flow-logs.amazonaws.com',
    }),
  ],
};
