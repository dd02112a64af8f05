import { checkValidations } from './__testUtils__/checkValidations';
import { compileRules } from './__testUtils__/compileRules';
import { ec2InstanceCases } from './__testUtils__/ec2InstanceCases';
import { rdsDatabaseCases } from './__testUtils__/rdsDatabaseCases';
import { readManifest } from './__testUtils__/readManifest';
import { vpcCases } from './__testUtils__/vpcCases';

jest.setTimeout(120_000);

describe.each([vpcCases, ec2InstanceCases, rdsDatabaseCases])(
  'the variables of $skeleton',
  ({ skeleton, minimal, filled, variables, combinations }) => {
    const manifest = readManifest(skeleton);
    const verdict = compileRules(manifest);
    const values = (kind: 'good' | 'bad' | 'wrongType') =>
      Object.entries(variables).flatMap(([variable, cases]) =>
        (cases[kind] ?? []).map(value => ({
          variable,
          value,
          shown: JSON.stringify(value).slice(0, 60),
        })),
      );

    it('are all in the table', () => {
      expect(Object.keys(variables).sort()).toEqual(
        Object.keys(manifest.variables.properties as object).sort(),
      );
    });

    it.each(values('good'))(
      'may have $variable as $shown, says the manifest',
      ({ variable, value }) => {
        expect(verdict({ ...minimal, [variable]: value })).toEqual([]);
      },
    );

    it.each([...values('bad'), ...values('wrongType')])(
      'may not have $variable as $shown, says the manifest with its path',
      ({ variable, value }) => {
        const findings = verdict({ ...minimal, [variable]: value });

        expect(findings).toContainEqual(
          expect.stringMatching(new RegExp(`^/${variable}(/\\d+)? `)),
        );
      },
    );

    it('may have the good values and combinations, says Terraform', async () => {
      const cases = [
        ...values('good').map(({ variable, value }) => ({ [variable]: value })),
        ...combinations.good,
      ].map(changed => ({ variables: { ...filled, ...minimal, ...changed } }));

      const failures = await checkValidations(skeleton, cases);

      expect(failures).toEqual([]);
    });

    it('may not have the bad values, says Terraform of the variable itself', async () => {
      const cases = values('bad').map(({ variable, value }) => ({
        variables: { ...filled, ...minimal, [variable]: value },
        refused: variable,
      }));

      const failures = await checkValidations(skeleton, cases);

      expect(failures).toEqual([]);
    });

    it('may not have what does not go together, says Terraform', async () => {
      const cases = combinations.bad.map(
        ({ variables: changed, variable }) => ({
          variables: { ...filled, ...minimal, ...changed },
          refused: variable,
        }),
      );

      const failures = await checkValidations(skeleton, cases);

      expect(failures).toEqual([]);
    });

    it('are not those that the server fills from other resources', () => {
      for (const [variable, value] of Object.entries(filled)) {
        expect(verdict({ ...minimal, [variable]: value })).toEqual([
          ' must NOT have additional properties',
        ]);
      }
    });
  },
);

describe('checkValidations', () => {
  const variables = { ...vpcCases.minimal };

  it('says which case was refused against expectation, and which was not', async () => {
    const failures = await checkValidations('vpc', [
      { variables },
      { variables: { ...variables, zones: 4 } },
      { variables, refused: 'zones' },
      { variables: { ...variables, zones: 4 }, refused: 'nat' },
    ]);

    expect(failures).toHaveLength(4);
    expect(failures.join()).toMatch(/case 1: The network must be in 1, 2 or 3/);
    expect(failures.join()).toMatch(/case 2: .*var.zones, was expected/);
    expect(failures.join()).toMatch(/case 3: .*var.nat, was expected/);
  });
});
