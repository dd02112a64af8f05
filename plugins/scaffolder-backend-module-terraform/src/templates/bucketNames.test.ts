import type { JsonObject } from '@backstage/types';
import Ajv from 'ajv';
import ajvErrors from 'ajv-errors';
import { validate as validateAsTheBackend } from 'jsonschema';
import { BAD_BUCKET_NAMES, GOOD_BUCKET_NAMES } from '../testing/bucketNames';
import { isBucketName } from '../testing/isBucketName';
import { madeUpNames } from '../testing/madeUpNames';
import { serverSchema } from '../testing/serverSchema';
import { shippedManifest, shippedTemplate } from '../testing/shipped';
import { TerraformFolder } from '../testing/TerraformFolder';

jest.setTimeout(120_000);

const manifest = shippedManifest('s3-bucket');
const [page] = shippedTemplate('s3-bucket').spec.parameters as JsonObject[];
const field = (page.properties as Record<string, JsonObject>).name;

const form = new Ajv({ strict: false, allErrors: true });
ajvErrors(form);
const inTheForm = form.compile(field);
const asResource = serverSchema(manifest.name!);
const asVariables = serverSchema(manifest.variables);

describe('the name of a bucket', () => {
  it('is what the rules say, in the tables of these tests', () => {
    expect(GOOD_BUCKET_NAMES.filter(name => !isBucketName(name))).toEqual([]);
    expect(BAD_BUCKET_NAMES.filter(([, name]) => isBucketName(name))).toEqual(
      [],
    );
  });

  it.each(GOOD_BUCKET_NAMES)('may be %s, says each of the rules', name => {
    expect({
      form: inTheForm(name),
      scaffolder: validateAsTheBackend(name, field).valid,
      resource: asResource(name),
      variables: asVariables({ name }),
    }).toEqual({
      form: true,
      scaffolder: true,
      resource: true,
      variables: true,
    });
  });

  it.each(BAD_BUCKET_NAMES)(
    'may not be one with %s, says each of the rules',
    (_, name) => {
      expect({
        form: inTheForm(name),
        scaffolder: validateAsTheBackend(name, field).valid,
        resource: asResource(name),
        variables: asVariables({ name }),
      }).toEqual({
        form: false,
        scaffolder: false,
        resource: false,
        variables: false,
      });
    },
  );

  it('has a message in the form that says the rules in words', () => {
    inTheForm('Acme');

    expect(inTheForm.errors?.map(({ message }) => message)).toEqual([
      expect.stringContaining('must have only lower-case letters'),
    ]);
  });

  it('is judged the same by all of them where it is put together by chance', () => {
    const names = madeUpNames(20_000, 1);

    const disagreed = names.filter(name => {
      const expected = isBucketName(name);
      return (
        inTheForm(name) !== expected ||
        asResource(name) !== expected ||
        asVariables({ name }) !== expected
      );
    });

    expect(disagreed).toEqual([]);
    expect(names.filter(isBucketName).length).toBeGreaterThan(1_000);
  });

  it('is judged the same by Terraform’s own validation', async () => {
    const names = [
      ...GOOD_BUCKET_NAMES,
      ...BAD_BUCKET_NAMES.map(([, name]) => name),
      ...madeUpNames(60, 2),
    ];
    const folder = await TerraformFolder.of('s3-bucket');
    try {
      // One plan over all names, each in a call of the module: Terraform says which calls it refuses. The
      // variables alone are enough for that, and need no provider.
      await folder.copy('variables.tf', 'variables/variables.tf');
      await folder.write('calls/main.tf.json', {
        variable: { names: { type: 'list(string)' } },
        module: Object.fromEntries(
          names.map((_, index) => [
            `call_${index}`,
            { source: '../variables', name: `\${var.names[${index}]}` },
          ]),
        ),
      });
      await folder.write('calls/terraform.tfvars.json', { names });
      await folder.succeed('-chdir=calls', 'init');

      const { text } = await folder.run('-chdir=calls', 'plan', '-json');

      const refused = new Set(
        [...text.matchAll(/"context":"module\.call_(\d+)"/g)].map(
          ([, index]) => names[Number(index)],
        ),
      );
      expect(names.filter(name => !refused.has(name))).toEqual(
        names.filter(isBucketName),
      );
    } finally {
      await folder.remove();
    }
  });
});
