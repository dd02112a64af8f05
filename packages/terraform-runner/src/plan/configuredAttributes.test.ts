import { configuredAttributes, inputsAt } from './configuredAttributes';

const attributes = configuredAttributes({
  resources: [
    {
      address: 'aws_instance.this',
      expressions: {
        subnet_id: { references: ['local.subnet.id', 'local.subnet'] },
        instance_type: { references: ['var.instance_type'] },
        ami: { references: ['var.ami_id', 'data.aws_ami.given', 'var.other'] },
        root_block_device: [
          {
            encrypted: { constant_value: true },
            volume_size: { references: ['var.root_volume_size'] },
          },
        ],
      },
    },
  ],
  module_calls: {},
})('aws_instance.this');

describe('the variables that an attribute is made of', () => {
  it.each([
    [['instance_type'], ['instance_type']],
    [['ami'], ['ami_id', 'other']],
    [['root_block_device', 0, 'volume_size'], ['root_volume_size']],
    [['root_block_device', 0, 'encrypted'], []],
    [['subnet_id'], []],
    [['arn'], undefined],
  ])('of %j are %j', (path, inputs) => {
    expect(inputsAt(attributes, path)).toEqual(inputs);
  });
});
