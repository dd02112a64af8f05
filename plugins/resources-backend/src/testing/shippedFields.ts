import type { JsonValue } from '@terrastage/terraform-runner/protocol';
import { seededRandom } from './seededRandom';

export type Random = ReturnType<typeof seededRandom>;
type Values = Record<string, JsonValue>;
type Field = (random: Random) => JsonValue;

const digits = 'abcdefghijklmnopqrstuvwxyz0123456789';
const word = (random: Random, min: number, max: number) =>
  `a${random.text(digits, min - 1, max - 1)}`;
const ip = (random: Random) => random.int(0, 255);
const hostile: Field = random =>
  random.pick([
    '',
    'A',
    '${path.module}',
    'a; rm -rf /',
    '../a',
    'a\u202eb',
    '<<EOF',
    `-${word(random, 2, 5)}`,
    `${word(random, 2, 5)}_X`,
    'a'.repeat(random.int(64, 300)),
    null,
    random.int(-9, 9),
    [],
    {},
  ]);
const noBoolean: Field = random =>
  random.pick(['yes', 1, 0, 'true', null, [], {}]);
const outside =
  (min: number, max: number): Field =>
  random =>
    random.pick([
      min - random.int(1, 1e6),
      max + random.int(1, 1e9),
      min + 0.5,
      String(min),
      null,
      true,
    ]);
const boolean: Field = random => random.pick([true, false]);

const network: Field = random => {
  const size = random.int(16, 28);
  const address =
    ((10 << 24) | (ip(random) << 16) | (ip(random) << 8) | ip(random)) >>> 0;
  const first = (address - (address % 2 ** (32 - size))) >>> 0;
  return `${[24, 16, 8, 0]
    .map(shift => (first >>> shift) & 255)
    .join('.')}/${size}`;
};
const noNetwork: Field = random =>
  random.pick([
    `10.${ip(random)}.0.0/${random.int(8, 15)}`,
    `10.${ip(random)}.0.0/${random.int(29, 32)}`,
    `10.${ip(random)}.0.${random.int(1, 255)}/16`,
    `10.${ip(random)}.${random.int(1, 255)}.0/16`,
    `8.${ip(random)}.0.0/16`,
    `172.${random.int(32, 255)}.0.0/16`,
    `010.0.0.0/16`,
    `10.256.0.0/16`,
    '10.0.0.0',
    'fd00::/16',
    '10.0.0.0/16\n',
    null,
    10,
  ]);

/** What a request for each shipped type may have in its fields, and what not in an environment like dev. */
export const shippedFields: Record<
  string,
  {
    needs: Record<string, Field>;
    may: Record<string, Field>;
    bad: Record<string, Field>;
  }
> = {
  vpc: {
    needs: { name: random => word(random, 2, 40), cidr_block: network },
    may: {
      zones: random => random.int(1, 3),
      public_subnets: boolean,
      database_subnets: boolean,
      nat: random => random.pick(['none', 'single', 'per_zone']),
      flow_logs: boolean,
      flow_log_retention_days: random => random.pick([1, 7, 30, 400]),
    },
    bad: {
      name: hostile,
      cidr_block: noNetwork,
      zones: outside(1, 3),
      public_subnets: noBoolean,
      nat: hostile,
      flow_log_retention_days: outside(401, 402),
    },
  },
  'ec2-instance': {
    needs: { name: random => word(random, 2, 40) },
    may: {
      subnet: random =>
        `${random.pick(['private', 'public', 'database'])}-${random.int(1, 3)}`,
      instance_type: random =>
        random.pick(['t4g.nano', 't4g.micro', 't3.small']),
      root_volume_size: random => random.int(8, 1000),
      public_address: boolean,
      detailed_monitoring: boolean,
      ami_id: random => `ami-${random.text('0123456789abcdef', 17, 17)}`,
      user_data: random =>
        `#!/bin/sh\necho ${random.text(digits, 0, 50)} \${x}`,
    },
    bad: {
      name: hostile,
      subnet: hostile,
      instance_type: random => random.pick(['m7i.48xlarge', 'x', '', null, 3]),
      root_volume_size: outside(8, 1000),
      public_address: noBoolean,
      ami_id: hostile,
      user_data: random => random.pick(['echo', ' #!/bin/sh', '#', null, 1]),
      vpc_id: () => 'vpc-0a1b2c3d4e5f60718',
      subnets: () => ({}),
    },
  },
  'rds-database': {
    needs: {
      name: random => word(random, 2, 63),
      engine: () => 'postgres',
      engine_version: random => random.pick(['15', '16', '17']),
    },
    may: {
      instance_class: random => random.pick(['db.t4g.micro', 'db.t4g.small']),
      storage_gb: random => random.int(20, 4096),
      storage_autoscaling: boolean,
      database_name: random => `db_${random.text(digits, 1, 60)}`,
      backup_retention_days: random => random.int(0, 35),
      deletion_protection: boolean,
      final_snapshot: boolean,
      allowed_security_group_ids: random => [
        `sg-${random.text('0123456789abcdef', 17, 17)}`,
      ],
    },
    bad: {
      name: random => random.pick([hostile(random), 'a--b', '1a', 'a-']),
      engine: hostile,
      engine_version: random => random.pick(['8.4', '14', 17, null]),
      instance_class: random => random.pick(['db.r7g.xlarge', 'db', null]),
      storage_gb: outside(20, 4096),
      database_name: random => random.pick(['select', 'postgres', 'A', '', 1]),
      backup_retention_days: outside(0, 35),
      multi_az: random => random.pick([true, 'no', null]),
      allowed_security_group_ids: random =>
        random.pick([['sg-1'], 'sg-0a1b2c3d4e5f60718', [1], null]),
      master_password: () => 'secret',
      subnet_ids: () => [],
    },
  },
  's3-bucket': {
    needs: { name: random => word(random, 3, 63) },
    may: {
      versioning: boolean,
      encryption: random => random.pick(['AES256', 'aws:kms']),
      transition_days: random => random.int(30, 3650),
      abort_multipart_days: random => random.int(1, 365),
      force_destroy: boolean,
    },
    bad: {
      name: random =>
        random.pick([
          hostile(random),
          '10.0.0.1',
          'xn--a',
          'a..b',
          'a-s3alias',
        ]),
      versioning: noBoolean,
      encryption: hostile,
      transition_days: outside(30, 3650),
      abort_multipart_days: outside(1, 365),
      force_destroy: noBoolean,
      bucket: () => 'another',
    },
  },
};

/** Variables that are right: what is needed, and some of what may be given. */
export function goodVariables(type: string, random: Random): Values {
  const { needs, may } = shippedFields[type];
  return Object.fromEntries([
    ...Object.entries(needs).map(([name, field]) => [name, field(random)]),
    ...Object.entries(may).flatMap(([name, field]) =>
      random.int(0, 1) ? [[name, field(random)]] : [],
    ),
  ]);
}

/** Variables of which the named one is wrong; with each seed another one. */
export function badVariables(
  type: string,
  seed: number,
): { name: string; variables: Values } {
  const { bad } = shippedFields[type];
  const names = Object.keys(bad);
  const random = seededRandom(seed);
  const name = names[seed % names.length];
  const variables = {
    ...goodVariables(type, random),
    [name]: bad[name](random),
  };
  return { name, variables };
}
