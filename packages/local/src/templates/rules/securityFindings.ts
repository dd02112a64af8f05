import type { ResourceValues } from '../workspace/planJson';

type Values = Record<string, any>;
type Rule = (
  values: Values,
  /** What only the apply will know. */
  unknown: ReadonlySet<string>,
) => Array<string | false>;

const EVERYWHERE = ['0.0.0.0/0', '::/0'];
const ADMINISTRATORS =
  /policy\/(AdministratorAccess|PowerUserAccess|IAMFullAccess)$/;

/** What is wrong with a resource by the rules that hold for every skeleton. A value that is not known yet is not wrong. */
const rules: Record<string, Rule> = {
  aws_security_group: ({ ingress }) => [
    (ingress ?? []).some(opensToAll) && 'lets in the whole internet',
  ],
  aws_default_security_group: ({ ingress, egress }) => [
    (ingress ?? []).length > 0 && 'lets something in',
    (egress ?? []).length > 0 && 'lets something out',
  ],
  aws_vpc_security_group_ingress_rule: values => [
    opensToAll(values) && 'lets in the whole internet',
  ],
  aws_security_group_rule: values => [
    values.type === 'ingress' &&
      opensToAll(values) &&
      'lets in the whole internet',
  ],
  aws_subnet: ({ map_public_ip_on_launch: automatic }) => [
    automatic === true && 'gives every machine a public address',
  ],
  aws_instance: values => [
    Boolean(values.key_name) && 'has an SSH key',
    values.metadata_options?.[0]?.http_tokens !== 'required' &&
      'takes version 1 of the metadata service',
    values.metadata_options?.[0]?.http_put_response_hop_limit !== 1 &&
      'lets containers reach the metadata service',
    values.root_block_device?.[0]?.encrypted !== true &&
      'has an unencrypted root volume',
  ],
  aws_ebs_volume: ({ encrypted }) => [encrypted !== true && 'is unencrypted'],
  aws_db_instance: values => [
    values.publicly_accessible !== false && 'is public',
    values.storage_encrypted !== true && 'is unencrypted',
    values.manage_master_user_password !== true &&
      'does not leave its password to AWS',
    Boolean(values.password) && 'has its password in the state',
  ],
  aws_rds_cluster: ({ storage_encrypted: encrypted }) => [
    encrypted !== true && 'is unencrypted',
  ],
  aws_rds_cluster_instance: ({ publicly_accessible: open }) => [
    open === true && 'is public',
  ],
  aws_redshift_cluster: values => [
    values.publicly_accessible !== false && 'is public',
    values.encrypted !== true &&
      values.encrypted !== 'true' &&
      'is unencrypted',
  ],
  aws_efs_file_system: ({ encrypted }) => [
    encrypted !== true && 'is unencrypted',
  ],
  aws_elasticache_replication_group: values => [
    values.at_rest_encryption_enabled !== true &&
      values.at_rest_encryption_enabled !== 'true' &&
      'is unencrypted',
    values.transit_encryption_enabled !== true &&
      'takes connections without TLS',
  ],
  aws_sqs_queue: (values, unknown) => [
    values.sqs_managed_sse_enabled !== true &&
      !values.kms_master_key_id &&
      !unknown.has('kms_master_key_id') &&
      'is unencrypted',
  ],
  aws_sns_topic: ({ kms_master_key_id: key }, unknown) => [
    !key && !unknown.has('kms_master_key_id') && 'is unencrypted',
  ],
  aws_launch_template: ({ metadata_options: options }) => [
    options?.[0]?.http_tokens !== 'required' &&
      'takes version 1 of the metadata service',
  ],
  aws_lambda_function_url: ({ authorization_type: type }) => [
    type === 'NONE' && 'is open to everyone',
  ],
  aws_s3_bucket_acl: ({ acl }) => [
    /^(public|authenticated)-/.test(acl ?? '') && `is ${acl}`,
  ],
  aws_s3_bucket_public_access_block: values => [
    [
      'block_public_acls',
      'block_public_policy',
      'ignore_public_acls',
      'restrict_public_buckets',
    ].some(name => values[name] !== true) && 'does not block all public access',
  ],
  aws_iam_role: ({ assume_role_policy: trust }) =>
    statementsOf(trust).map(
      statement => isForEveryone(statement) && 'can be assumed by everyone',
    ),
  aws_iam_role_policy: ({ policy }) => wildcards(policy),
  aws_iam_policy: ({ policy }) => wildcards(policy),
  aws_iam_user_policy: ({ policy }) => wildcards(policy),
  aws_iam_group_policy: ({ policy }) => wildcards(policy),
  aws_sqs_queue_policy: ({ policy }) => openStatements(policy),
  aws_sns_topic_policy: ({ policy }) => openStatements(policy),
  aws_s3_bucket_policy: ({ policy }) => openStatements(policy),
  aws_iam_role_policy_attachment: ({ policy_arn: arn }) => [
    ADMINISTRATORS.test(arn ?? '') && `has ${arn}`,
  ],
};

export type SecurityFault = { address: string; fault: string };

/** What breaks the security rules of skeletons in a plan or a state. */
export function securityFaults(resources: ResourceValues[]): SecurityFault[] {
  const single = resources.flatMap(({ address, type, values, unknown }) => {
    const known = { ...values };
    for (const name of unknown ?? []) known[name] = undefined;
    return (rules[type]?.(known, new Set(unknown)) ?? [])
      .filter(fault => fault !== false)
      .map(fault => ({ address, fault }));
  });
  return [...single, ...openBuckets(resources)];
}

/** The same as text: `<address> <what is wrong>`. */
export function securityFindings(resources: ResourceValues[]): string[] {
  return securityFaults(resources).map(
    ({ address, fault }) => `${address} ${fault}`,
  );
}

/** Which block belongs to which bucket is often known only after the apply, so they are counted. */
function openBuckets(resources: ResourceValues[]): SecurityFault[] {
  const buckets = resources.filter(({ type }) => type === 'aws_s3_bucket');
  const blocks = resources.filter(
    ({ type }) => type === 'aws_s3_bucket_public_access_block',
  );
  return buckets.slice(blocks.length).map(({ address }) => ({
    address,
    fault: 'has no aws_s3_bucket_public_access_block',
  }));
}

function opensToAll(rule: Values): boolean {
  return [
    rule.cidr_ipv4,
    rule.cidr_ipv6,
    ...(rule.cidr_blocks ?? []),
    ...(rule.ipv6_cidr_blocks ?? []),
  ].some(range => EVERYWHERE.includes(range));
}

function statementsOf(policy: unknown): Values[] {
  return typeof policy === 'string'
    ? [JSON.parse(policy).Statement].flat()
    : [];
}

function isForEveryone({ Effect, Principal }: Values): boolean {
  const principals = [Principal?.AWS ?? Principal].flat();
  return Effect === 'Allow' && principals.includes('*');
}

function openStatements(policy: unknown) {
  return statementsOf(policy).map(
    statement => isForEveryone(statement) && 'lets everyone in',
  );
}

function wildcards(policy: unknown): string[] {
  return statementsOf(policy)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action, NotAction, Resource }) => [
      ...[Action ?? []]
        .flat()
        .filter((action: string) => /^(\*|[a-z0-9-]+:\*)$/i.test(action))
        .map((action: string) => `allows ${action}`),
      ...(NotAction ? ['allows all but what it names'] : []),
      ...([Resource].flat().includes('*') ? ['allows on all resources'] : []),
    ]);
}
