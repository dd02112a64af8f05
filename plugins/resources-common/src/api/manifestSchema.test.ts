import { manifestSchema } from './manifestSchema';

const manifest = {
  apiVersion: 'terrastage/v1',
  type: 'ec2-instance',
  title: 'EC2 instance',
  version: '1.2.0',
  variables: {
    type: 'object',
    additionalProperties: false,
    properties: { instance_type: { type: 'string' } },
  },
};

const vpc = {
  type: 'vpc',
  title: 'Network',
  required: true,
  variables: { vpc_id: 'vpc_id', subnet_ids: 'private_subnet_ids' },
};

function issuesOf(input: unknown) {
  const issues = manifestSchema.safeParse(input).error?.issues ?? [];
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('manifestSchema', () => {
  it('takes a manifest that uses another resource and has rules by environment', () => {
    const whole = {
      ...manifest,
      uses: {
        vpc,
        clients: {
          ...vpc,
          required: false,
          many: true,
          shares: 'vpc',
          variables: { client_ids: 'security_group_id' },
        },
      },
      environments: {
        dev: {
          defaults: { instance_type: 't4g.micro' },
          variables: {
            properties: { instance_type: { enum: ['t4g.micro'] } },
          },
        },
        prod: {},
      },
    };

    expect(manifestSchema.parse(whole)).toEqual(whole);
  });

  it('takes a manifest without either', () => {
    expect(manifestSchema.parse(manifest)).toEqual(manifest);
  });

  it.each([
    [
      'a variable that a request sets and a relation fills',
      { uses: { vpc: { ...vpc, variables: { instance_type: 'x' } } } },
      'uses.vpc.variables.instance_type: is also among the variables that a request sets: the server alone may fill it',
    ],
    [
      'a variable that two relations fill',
      { uses: { vpc, other: vpc } },
      'uses.other.variables.vpc_id: is also filled by vpc',
    ],
    [
      'a relation that fills nothing',
      { uses: { vpc: { ...vpc, variables: {} } } },
      'uses.vpc.variables: must fill at least one variable',
    ],
    [
      'a relation that shares one that is not there',
      { uses: { vpc: { ...vpc, shares: 'network' } } },
      'uses.vpc.shares: is not another relation of the manifest to one resource',
    ],
    [
      'a relation that shares itself',
      { uses: { vpc: { ...vpc, shares: 'vpc' } } },
      'uses.vpc.shares: is not another relation of the manifest to one resource',
    ],
    [
      'a default for a variable that is not there',
      { environments: { dev: { defaults: { instance_typ: 'x' } } } },
      'environments.dev.defaults.instance_typ: is not among the variables of the manifest',
    ],
    [
      'a rule for a variable that is not there',
      { environments: { dev: { variables: { properties: { size: {} } } } } },
      'environments.dev.variables.properties.size: is not among the variables of the manifest',
    ],
    [
      'an unknown key of an environment',
      { environments: { dev: { default: {} } } },
      'environments.dev: Unrecognized key: "default"',
    ],
  ])('refuses %s', (_what, change, issue) => {
    expect(issuesOf({ ...manifest, ...change })).toContain(issue);
  });

  it('refuses a relation that does not say whether it is required', () => {
    const { required: _, ...vague } = vpc;

    expect(issuesOf({ ...manifest, uses: { vpc: vague } })[0]).toMatch(
      /^uses\.vpc\.required: /,
    );
  });
});
