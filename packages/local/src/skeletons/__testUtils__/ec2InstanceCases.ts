import type { VariableCases } from './VariableCases';

const subnet = (number: number, tier: string, way: string) => ({
  id: `subnet-0a1b2c3d4e5f6071${number}`,
  tier,
  reaches_ssm_through: way,
});

export const ec2InstanceCases: VariableCases = {
  skeleton: 'ec2-instance',
  minimal: { name: 'worker' },
  filled: {
    vpc_id: 'vpc-0a1b2c3d4e5f60718',
    subnets: {
      'private-1': subnet(1, 'private', 'nat'),
      'private-2': subnet(2, 'private', 'nat'),
      'public-1': subnet(3, 'public', 'public_address'),
      'database-1': subnet(4, 'database', 'nothing'),
    },
  },
  variables: {
    name: {
      good: ['ab', 'worker-2', 'a'.repeat(40)],
      bad: ['', 'a', 'Worker', '2nd', 'worker-', 'a'.repeat(41), '$(id)'],
      wrongType: [1, null],
    },
    subnet: {
      good: ['private-1', 'private-2', 'public-1', 'database-1'],
      bad: ['', 'private', 'private-0', 'private-4', 'Private-1', 'subnet-1'],
      wrongType: [1, null],
    },
    instance_type: {
      good: ['t4g.nano', 't3.micro', 'm7g.2xlarge'],
      bad: ['', 't4g', 't4g.', 'T4g.micro', 't4g.huge', 't4g.micro;', '../x'],
      wrongType: [4, null],
    },
    ami_id: {
      good: ['ami-0a1b2c3d', 'ami-0a1b2c3d4e5f60718'],
      bad: [
        '',
        'latest',
        'ami-',
        'ami-0A1B2C3D',
        'ami-0a1b2c3d4e',
        'ami-0a1b2c3d\n',
      ],
      wrongType: [1],
    },
    root_volume_size: {
      good: [8, 20, 1000],
      bad: [0, -1, 7, 1001, 20.5, 1e9],
      wrongType: ['20', null],
    },
    public_address: { good: [true, false], bad: [], wrongType: ['true', 1] },
    detailed_monitoring: { good: [true, false], bad: [], wrongType: ['yes'] },
    user_data: {
      good: [
        '#!/bin/sh\necho ${HOME} %{if} $(date)\n',
        '#cloud-config\npackages: [git]\n',
        '#cloud-config\r\npackages: [git]\r\n',
        `#!/bin/sh\n${'x'.repeat(16_373)}`,
      ],
      bad: [
        '',
        'echo hello',
        ' #!/bin/sh',
        '#cloud-configuration\n',
        `#!/bin/sh\n${'x'.repeat(16_374)}`,
      ],
      wrongType: [1, ['#!/bin/sh']],
    },
    permissions_boundary: {
      good: ['arn:aws:iam::123456789012:policy/terrastage-made-boundary'],
      bad: [
        '',
        'terrastage-made-boundary',
        'arn:aws:iam::123456789012:role/boundary',
        'arn:aws:iam::12345:policy/boundary',
        'arn:aws:iam::123456789012:policy/*',
      ],
      wrongType: [1],
    },
  },
  combinations: {
    good: [],
    bad: [{ variables: { subnet: 'private-3' }, variable: 'subnet' }],
  },
};
