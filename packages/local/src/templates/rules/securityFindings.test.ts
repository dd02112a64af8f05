import { securityFindings } from './securityFindings';

const statement = (part: object) =>
  JSON.stringify({ Statement: [{ Effect: 'Allow', ...part }] });

const safeInstance = {
  metadata_options: [
    { http_tokens: 'required', http_put_response_hop_limit: 1 },
  ],
  root_block_device: [{ encrypted: true }],
};

const safeDatabase = {
  publicly_accessible: false,
  storage_encrypted: true,
  manage_master_user_password: true,
};

function findingsOf(type: string, values: Record<string, unknown>) {
  return securityFindings([{ address: 'it', type, values }]);
}

describe('securityFindings', () => {
  it.each([
    [
      'aws_vpc_security_group_ingress_rule',
      { cidr_ipv4: '0.0.0.0/0' },
      'lets in the whole internet',
    ],
    [
      'aws_vpc_security_group_ingress_rule',
      { cidr_ipv6: '::/0' },
      'lets in the whole internet',
    ],
    [
      'aws_security_group',
      { ingress: [{ cidr_blocks: ['0.0.0.0/0'] }] },
      'lets in the whole internet',
    ],
    [
      'aws_security_group_rule',
      { type: 'ingress', cidr_blocks: ['0.0.0.0/0'] },
      'lets in the whole internet',
    ],
    ['aws_default_security_group', { egress: [{}] }, 'lets something out'],
    [
      'aws_subnet',
      { map_public_ip_on_launch: true },
      'gives every machine a public address',
    ],
    ['aws_instance', { ...safeInstance, key_name: 'mine' }, 'has an SSH key'],
    [
      'aws_instance',
      { ...safeInstance, root_block_device: [{}] },
      'has an unencrypted root volume',
    ],
    [
      'aws_db_instance',
      { ...safeDatabase, publicly_accessible: true },
      'is public',
    ],
    [
      'aws_db_instance',
      { ...safeDatabase, password: 'x' },
      'has its password in the state',
    ],
    [
      'aws_s3_bucket_public_access_block',
      { block_public_acls: true },
      'does not block all public access',
    ],
    [
      'aws_iam_role',
      { assume_role_policy: statement({ Principal: { AWS: '*' } }) },
      'can be assumed by everyone',
    ],
    [
      'aws_iam_role_policy',
      { policy: statement({ Action: 's3:*', Resource: 'arn:x' }) },
      'allows s3:*',
    ],
    [
      'aws_iam_role_policy',
      { policy: statement({ Action: ['logs:PutLogEvents'], Resource: ['*'] }) },
      'allows on all resources',
    ],
    [
      'aws_iam_role_policy_attachment',
      { policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
      'has arn:aws:iam::aws:policy/AdministratorAccess',
    ],
  ])('finds that %s %j %s', (type, values, finding) => {
    expect(findingsOf(type, values)).toEqual([`it ${finding}`]);
  });

  it.each([
    ['aws_instance', safeInstance],
    ['aws_db_instance', safeDatabase],
    ['aws_vpc_security_group_ingress_rule', { cidr_ipv4: '10.0.0.0/8' }],
    ['aws_security_group_rule', { type: 'egress', cidr_blocks: ['0.0.0.0/0'] }],
    [
      'aws_iam_role_policy',
      {
        policy: statement({
          Action: ['logs:PutLogEvents'],
          Resource: ['arn:x:*'],
        }),
      },
    ],
    [
      'aws_s3_bucket_policy',
      {
        policy: JSON.stringify({
          Statement: [{ Effect: 'Deny', Principal: '*' }],
        }),
      },
    ],
    ['aws_iam_role_policy', {}],
  ])('has nothing against %s %j', (type, values) => {
    expect(findingsOf(type, values)).toEqual([]);
  });
});
