import type { VariableCases } from './VariableCases';

const group = (number: number) =>
  `sg-0a1b2c3d4e5f6${String(number).padStart(4, '0')}`;

export const rdsDatabaseCases: VariableCases = {
  skeleton: 'rds-database',
  minimal: { name: 'orders', engine: 'postgres', engine_version: '17' },
  filled: {
    vpc_id: 'vpc-0a1b2c3d4e5f60718',
    subnet_ids: ['subnet-0a1b2c3d4e5f60713', 'subnet-0a1b2c3d4e5f60714'],
  },
  variables: {
    name: {
      good: ['ab', 'orders-2', 'a'.repeat(63)],
      bad: [
        '',
        'a',
        '1orders',
        'Orders',
        'orders-',
        'or--ders',
        'or.ders',
        'a'.repeat(64),
        'orders\u200b',
      ],
      wrongType: [1, null],
    },
    engine: {
      good: ['postgres'],
      bad: ['', 'oracle', 'aurora', 'Postgres'],
      wrongType: [1, null],
    },
    engine_version: {
      good: ['17', '16', '15'],
      bad: ['', '9.6', '17.2', '8.4', '8.0', 'latest'],
      wrongType: [17, null],
    },
    instance_class: {
      good: ['db.t4g.micro', 'db.m7g.large', 'db.r7g.2xlarge'],
      bad: [
        '',
        't4g.micro',
        'db.t4g',
        'db.t4g.huge',
        'DB.t4g.micro',
        'db.t4g.micro ',
      ],
      wrongType: [1, null],
    },
    storage_gb: {
      good: [20, 100, 4096],
      bad: [0, -1, 19, 4097, 20.5, 1e9],
      wrongType: ['20', null],
    },
    storage_autoscaling: { good: [true, false], bad: [], wrongType: ['yes'] },
    database_name: {
      good: ['app', 'a', 'orders_2', 'a'.repeat(63), 'select_stuff'],
      bad: [
        '',
        '2app',
        'App',
        'my-app',
        'a'.repeat(64),
        'postgres',
        'template1',
        'mysql',
        'rdsadmin',
        'select',
        'app"; drop',
      ],
      wrongType: [1, null],
    },
    master_username: {
      good: ['dbadmin', 'owner_2', 'a'.repeat(16), 'administrators'],
      bad: [
        '',
        '1owner',
        'Owner',
        'my-owner',
        'a'.repeat(17),
        'admin',
        'root',
        'rdsadmin',
        'rds_superuser',
        'pg_read_all_data',
        'user',
        'public',
        "o'",
      ],
      wrongType: [1, null],
    },
    allowed_security_group_ids: {
      good: [
        [],
        [group(1), 'sg-0a1b2c3d'],
        Array.from({ length: 20 }, (_, index) => group(index)),
      ],
      bad: [
        ['sg-'],
        ['0.0.0.0/0'],
        [group(1), ''],
        ['SG-0A1B2C3D'],
        Array.from({ length: 21 }, (_, index) => group(index)),
      ],
      wrongType: [group(1), [1], [group(1), group(1)]],
    },
    multi_az: { good: [true, false], bad: [], wrongType: ['yes'] },
    backup_retention_days: {
      good: [0, 7, 35],
      bad: [-1, 36, 1.5, 1e9],
      wrongType: ['7', null],
    },
    deletion_protection: { good: [true, false], bad: [], wrongType: ['yes'] },
    final_snapshot: { good: [true, false], bad: [], wrongType: ['yes'] },
    performance_insights: { good: [true, false], bad: [], wrongType: ['yes'] },
    apply_immediately: { good: [true, false], bad: [], wrongType: ['yes'] },
  },
  combinations: {
    good: [
      { engine: 'mysql', engine_version: '8.4' },
      {
        engine: 'mysql',
        engine_version: '8.0',
        instance_class: 'db.t4g.medium',
        performance_insights: true,
      },
      { performance_insights: true },
    ],
    bad: [
      {
        variables: { subnet_ids: ['subnet-0a1b2c3d4e5f60713'] },
        variable: 'subnet_ids',
      },
      {
        variables: {
          engine: 'mysql',
          engine_version: '8.4',
          instance_class: 'db.t4g.small',
          performance_insights: true,
        },
        variable: 'performance_insights',
      },
    ],
  },
};
