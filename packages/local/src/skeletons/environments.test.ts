import { compileRules } from './__testUtils__/compileRules';
import { ec2InstanceCases } from './__testUtils__/ec2InstanceCases';
import { rdsDatabaseCases } from './__testUtils__/rdsDatabaseCases';
import { readManifest } from './__testUtils__/readManifest';
import { shippedRules } from './__testUtils__/shippedRules';
import { vpcCases } from './__testUtils__/vpcCases';

type Properties = Record<string, { default?: unknown }>;

describe.each([vpcCases, ec2InstanceCases, rdsDatabaseCases])(
  'the environments of $skeleton',
  ({ skeleton, minimal }) => {
    const manifest = readManifest(skeleton);
    const properties = manifest.variables.properties as Properties;
    const moduleDefaults = Object.fromEntries(
      Object.entries(properties).flatMap(([name, property]) =>
        'default' in property ? [[name, property.default]] : [],
      ),
    );

    it.each(['dev', 'staging', 'prod'])(
      'have %s, where a request with only what is required is allowed',
      async environment => {
        const rules = shippedRules(skeleton, environment);
        const verdict = compileRules(manifest, environment);

        // What the module itself would take for what nobody says must be allowed as well.
        const variables = {
          ...moduleDefaults,
          ...rules?.defaults,
          ...minimal,
        };

        expect(verdict(minimal)).toEqual([]);
        expect(verdict(variables)).toEqual([]);
      },
    );
  },
);

describe('the rules of an environment', () => {
  const verdictOf = (skeleton: string, environment: string) =>
    compileRules(readManifest(skeleton), environment);

  it.each([
    ['ec2-instance', 'staging', { name: 'ab', public_address: true }],
    ['ec2-instance', 'prod', { name: 'ab', public_address: true }],
    ['ec2-instance', 'dev', { name: 'ab', instance_type: 'm7i.xlarge' }],
    ['ec2-instance', 'prod', { name: 'ab', instance_type: 't3.micro' }],
    ['rds-database', 'prod', { multi_az: false }],
    ['rds-database', 'prod', { backup_retention_days: 6 }],
    ['rds-database', 'prod', { final_snapshot: false }],
    ['rds-database', 'prod', { instance_class: 'db.t4g.micro' }],
    ['rds-database', 'dev', { instance_class: 'db.r7g.xlarge' }],
    ['rds-database', 'staging', { backup_retention_days: 0 }],
    ['vpc', 'prod', { zones: 1 }],
    ['vpc', 'prod', { flow_logs: false }],
    ['vpc', 'prod', { flow_log_retention_days: 7 }],
  ])('of %s refuse in %s %j', (skeleton, environment, changed) => {
    const { minimal } = [vpcCases, ec2InstanceCases, rdsDatabaseCases].find(
      cases => cases.skeleton === skeleton,
    )!;

    const findings = verdictOf(
      skeleton,
      environment,
    )({ ...minimal, ...changed });

    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(`/${Object.keys(changed).pop()} `);
  });

  it('of an instance allow a public address in dev alone', () => {
    const request = { name: 'ab', subnet: 'public-1', public_address: true };

    expect(verdictOf('ec2-instance', 'dev')(request)).toEqual([]);
  });

  it.each([vpcCases, ec2InstanceCases, rdsDatabaseCases])(
    'are about variables that $skeleton has',
    ({ skeleton }) => {
      const names = Object.keys(
        readManifest(skeleton).variables.properties as Properties,
      );

      for (const environment of ['dev', 'staging', 'prod']) {
        const rules = shippedRules(skeleton, environment);
        expect(names).toEqual(
          expect.arrayContaining([
            ...Object.keys(rules?.defaults ?? {}),
            ...Object.keys(rules?.limits ?? {}),
          ]),
        );
      }
    },
  );
});
