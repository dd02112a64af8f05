import { PLATFORM_ACCOUNT, SECOND_ACCOUNT } from './accessVariables';
import { arn, MADE_BOUNDARY, NEW, OURS, type Request } from './Request';

const STATE = 'arn:aws:s3:::terrastage-123456789012-dev-state';
const PLATFORM_STATE = 'arn:aws:s3:::terrastage-123456789012-platform-state';
const OTHERS = { 'aws:ResourceTag/ManagedBy': 'somebody-else' };
const elsewhere = (text: string) => text.replace('us-east-1', 'ap-south-1');

/** What no run may do, each with the role that comes nearest to it. */
export const forbidden: [what: string, role: string, request: Request][] = [
  [
    "read the state of another template's resource",
    's3-bucket',
    {
      action: 's3:GetObject',
      resource: `${STATE}/rds-database/group-default-payments/orders-1a2b/terraform.tfstate`,
    },
  ],
  [
    "write the state of another template's resource",
    'vpc',
    {
      action: 's3:PutObject',
      resource: `${STATE}/ec2-instance/group-default-payments/worker-1a2b/terraform.tfstate`,
    },
  ],
  [
    "break the lock of another template's resource",
    'ec2-instance',
    {
      action: 's3:DeleteObject',
      resource: `${STATE}/vpc/group-default-payments/shop-1a2b/terraform.tfstate.tflock`,
    },
  ],
  [
    'delete a state, even its own',
    's3-bucket',
    {
      action: 's3:DeleteObject',
      resource: `${STATE}/s3-bucket/group-default-payments/logs-1a2b/terraform.tfstate`,
    },
  ],
  [
    'delete a version of a state',
    's3-bucket',
    {
      action: 's3:DeleteObjectVersion',
      resource: `${STATE}/s3-bucket/group-default-payments/logs-1a2b/terraform.tfstate`,
    },
  ],
  [
    'delete the state bucket',
    's3-bucket',
    { action: 's3:DeleteBucket', resource: STATE },
  ],
  [
    "change the state bucket's policy",
    's3-bucket',
    { action: 's3:PutBucketPolicy', resource: STATE },
  ],
  [
    "stop the state bucket's versions",
    's3-bucket',
    { action: 's3:PutBucketVersioning', resource: STATE },
  ],
  [
    'read the states of the platform itself',
    'runner',
    {
      action: 's3:GetObject',
      resource: `${PLATFORM_STATE}/cluster/terraform.tfstate`,
    },
  ],
  [
    "make a bucket with a name that is not the company's",
    's3-bucket',
    { action: 's3:CreateBucket', resource: 'arn:aws:s3:::other-company-logs' },
  ],
  [
    'read what is in a bucket',
    's3-bucket',
    { action: 's3:GetObject', resource: 'arn:aws:s3:::acme-logs/secret.txt' },
  ],
  [
    'open the account to public buckets',
    's3-bucket',
    { action: 's3:PutAccountPublicAccessBlock', resource: '*' },
  ],
  [
    'make a network in another region',
    'vpc',
    {
      action: 'ec2:CreateVpc',
      resource: elsewhere(arn.ec2('vpc')),
      context: NEW,
    },
  ],
  [
    'start an instance in another region',
    'ec2-instance',
    {
      action: 'ec2:RunInstances',
      resource: elsewhere(arn.ec2('instance')),
      context: { ...NEW, 'ec2:MetadataHttpTokens': 'required' },
    },
  ],
  [
    'start an instance without the mark of the platform',
    'ec2-instance',
    {
      action: 'ec2:RunInstances',
      resource: arn.ec2('instance'),
      context: { 'ec2:MetadataHttpTokens': 'required' },
    },
  ],
  [
    'start an instance with version 1 of the metadata service',
    'ec2-instance',
    {
      action: 'ec2:RunInstances',
      resource: arn.ec2('instance'),
      context: { ...NEW, 'ec2:MetadataHttpTokens': 'optional' },
    },
  ],
  [
    'start an instance with an unencrypted volume',
    'ec2-instance',
    {
      action: 'ec2:RunInstances',
      resource: arn.ec2('volume'),
      context: { 'ec2:Encrypted': 'false' },
    },
  ],
  [
    "start an instance in somebody else's subnet",
    'ec2-instance',
    {
      action: 'ec2:RunInstances',
      resource: arn.ec2('subnet'),
      context: OTHERS,
    },
  ],
  [
    "end somebody else's instance",
    'ec2-instance',
    {
      action: 'ec2:TerminateInstances',
      resource: arn.ec2('instance'),
      context: OTHERS,
    },
  ],
  [
    "put the platform's mark on somebody else's instance",
    'ec2-instance',
    {
      action: 'ec2:CreateTags',
      resource: arn.ec2('instance'),
      context: { ...OTHERS, ...NEW, 'aws:TagKeys': ['ManagedBy'] },
    },
  ],
  [
    'take the mark of the platform off',
    'ec2-instance',
    {
      action: 'ec2:DeleteTags',
      resource: arn.ec2('instance'),
      context: { ...OURS, 'aws:TagKeys': ['ManagedBy'] },
    },
  ],
  [
    'run a command on an instance',
    'ec2-instance',
    { action: 'ssm:SendCommand', resource: arn.ec2('instance') },
  ],
  [
    'open a session on an instance',
    'ec2-instance',
    { action: 'ssm:StartSession', resource: arn.ec2('instance') },
  ],
  [
    'make a role without the boundary',
    'ec2-instance',
    {
      action: 'iam:CreateRole',
      resource: arn.iam('role', 'instance-worker'),
    },
  ],
  [
    'make a role with another boundary',
    'vpc',
    {
      action: 'iam:CreateRole',
      resource: arn.iam('role', 'flow-logs-shop'),
      context: {
        'iam:PermissionsBoundary': 'arn:aws:iam::aws:policy/ReadOnlyAccess',
      },
    },
  ],
  [
    'write into a role that has no boundary',
    'vpc',
    {
      action: 'iam:PutRolePolicy',
      resource: arn.iam('role', 'flow-logs-shop'),
    },
  ],
  [
    'give an instance the rights of an administrator',
    'ec2-instance',
    {
      action: 'iam:AttachRolePolicy',
      resource: arn.iam('role', 'instance-worker'),
      context: {
        ...MADE_BOUNDARY,
        'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess',
      },
    },
  ],
  [
    'pass a role to another service',
    'ec2-instance',
    {
      action: 'iam:PassRole',
      resource: arn.iam('role', 'instance-worker'),
      context: { 'iam:PassedToService': 'lambda.amazonaws.com' },
    },
  ],
  [
    "write into the platform's own roles",
    'vpc',
    {
      action: 'iam:PutRolePolicy',
      resource: arn.iam('role', 'terrastage-vpc'),
      context: MADE_BOUNDARY,
    },
  ],
  [
    "change the platform's boundary",
    'vpc',
    {
      action: 'iam:CreatePolicyVersion',
      resource: arn.iam('policy', 'terrastage-runs-boundary'),
    },
  ],
  [
    'make a user',
    'ec2-instance',
    { action: 'iam:CreateUser', resource: arn.iam('user', 'mallory') },
  ],
  [
    'make an access key',
    'ec2-instance',
    { action: 'iam:CreateAccessKey', resource: arn.iam('user', 'ana') },
  ],
  [
    'stop CloudTrail',
    'vpc',
    {
      action: 'cloudtrail:StopLogging',
      resource: `arn:aws:cloudtrail:us-east-1:${PLATFORM_ACCOUNT}:trail/main`,
    },
  ],
  [
    'leave the organization',
    'vpc',
    { action: 'organizations:LeaveOrganization', resource: '*' },
  ],
  [
    "delete the states' key",
    's3-bucket',
    {
      action: 'kms:ScheduleKeyDeletion',
      resource: `arn:aws:kms:us-east-1:${PLATFORM_ACCOUNT}:key/11111111-2222-3333-4444-555555555555`,
    },
  ],
  [
    'make an unencrypted database',
    'rds-database',
    {
      action: 'rds:CreateDBInstance',
      resource: arn.rds('db', 'orders'),
      context: {
        ...NEW,
        'rds:StorageEncrypted': 'false',
        'rds:ManageMasterUserPassword': 'true',
      },
    },
  ],
  [
    'make a database with a password of its own',
    'rds-database',
    {
      action: 'rds:CreateDBInstance',
      resource: arn.rds('db', 'orders'),
      context: {
        ...NEW,
        'rds:StorageEncrypted': 'true',
        'rds:ManageMasterUserPassword': 'false',
      },
    },
  ],
  [
    "delete somebody else's database",
    'rds-database',
    {
      action: 'rds:DeleteDBInstance',
      resource: arn.rds('db', 'ledger'),
      context: OTHERS,
    },
  ],
  [
    "read a database's password",
    'rds-database',
    {
      action: 'secretsmanager:GetSecretValue',
      resource: `arn:aws:secretsmanager:us-east-1:${PLATFORM_ACCOUNT}:secret:rds!db-1234-abcdef`,
    },
  ],
  [
    'take on a role of another account',
    'runner',
    {
      action: 'sts:AssumeRole',
      resource: `arn:aws:iam::${SECOND_ACCOUNT}:role/terrastage-vpc`,
    },
  ],
];
