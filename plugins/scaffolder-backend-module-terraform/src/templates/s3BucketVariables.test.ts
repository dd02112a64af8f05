import { serverSchema } from '../testing/serverSchema';
import { shippedManifest } from '../testing/shipped';
import { TerraformFolder } from '../testing/TerraformFolder';

jest.setTimeout(60_000);

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab';

const good: Array<[string, object]> = [
  ['a name alone', {}],
  ['no versions', { versioning: false }],
  ['the account’s own key', { encryption: 'aws:kms' }],
  ['a key', { encryption: 'aws:kms', kms_key_arn: KEY }],
  [
    'a key of another partition',
    {
      encryption: 'aws:kms',
      kms_key_arn: 'arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/mrk-1',
    },
  ],
  ['the shortest expiry', { noncurrent_version_expiration_days: 1 }],
  ['the longest expiry', { noncurrent_version_expiration_days: 3650 }],
  ['Standard-IA after 30 days', { transition_days: 30 }],
  [
    'Glacier after a day',
    { transition_days: 1, transition_storage_class: 'GLACIER' },
  ],
  ['a storage class that is not used', { transition_storage_class: 'GLACIER' }],
  ['unfinished uploads', { abort_multipart_days: 7 }],
  ['access logs', { access_log_bucket: 'acme-access-logs' }],
  ['force', { force_destroy: true }],
];

const bad: Array<[string, object]> = [
  ['a key without KMS', { kms_key_arn: KEY }],
  ['a key with AES256', { encryption: 'AES256', kms_key_arn: KEY }],
  ['an alias for a key', { encryption: 'aws:kms', kms_key_arn: 'alias/x' }],
  ['an encryption that is none', { encryption: 'none' }],
  [
    'expiry of versions that are not there',
    { versioning: false, noncurrent_version_expiration_days: 30 },
  ],
  ['0 days', { noncurrent_version_expiration_days: 0 }],
  ['-1 day', { noncurrent_version_expiration_days: -1 }],
  ['3651 days', { noncurrent_version_expiration_days: 3651 }],
  ['a billion days', { abort_multipart_days: 1e9 }],
  ['half a day', { abort_multipart_days: 0.5 }],
  ['Standard-IA after 29 days', { transition_days: 29 }],
  [
    'Standard-IA by name after 29 days',
    { transition_days: 29, transition_storage_class: 'STANDARD_IA' },
  ],
  ['a storage class of one’s own', { transition_storage_class: 'GOLD' }],
  ['a bucket for logs that is none', { access_log_bucket: 'Logs_1' }],
];

const wrongTypes: Array<[string, object]> = [
  ['days as text', { abort_multipart_days: 'three' }],
  ['a list for a name', { name: ['acme'] }],
  ['an object for a switch', { force_destroy: {} }],
];

/** What Terraform would take, or never sees. */
const badOnTheServer: Array<[string, object]> = [
  ['a variable that nobody knows', { acl: 'public-read' }],
  ['the state key', { state_key: 'x' }],
  ['tags', { tags: { 'terrastage:resource-id': 'x' } }],
  ['days as text of digits', { abort_multipart_days: '3' }],
];

/** What a JSON Schema cannot say. */
const badForTerraform: Array<[string, object]> = [
  ['access logs into itself', { access_log_bucket: 'acme' }],
];

const accepts = serverSchema(shippedManifest('s3-bucket').variables);
const withName = (variables: object) => ({ name: 'acme', ...variables });

describe('the variables of the S3 bucket', () => {
  it.each(good)('may have %s, says the manifest', (_, variables) => {
    expect(accepts(withName(variables))).toBe(true);
  });

  it.each([...bad, ...wrongTypes, ...badOnTheServer])(
    'may not have %s, says the manifest',
    (_, variables) => {
      expect(accepts(withName(variables))).toBe(false);
    },
  );

  /** Which of the sets Terraform takes: one plan, in which each is a call of the module. */
  async function takenByTerraform(
    sets: Array<[string, object]>,
  ): Promise<string[]> {
    const folder = await TerraformFolder.of('s3-bucket');
    try {
      await folder.copy('variables.tf', 'variables/variables.tf');
      // Over variables of the root module: a value that stands in the call is looked at too early, alone.
      await folder.write('calls/main.tf.json', {
        variable: Object.fromEntries(
          sets.map((_, index) => [`set_${index}`, { type: 'any' }]),
        ),
        module: Object.fromEntries(
          sets.map(([, variables], index) => [
            `call_${index}`,
            {
              source: '../variables',
              ...Object.fromEntries(
                Object.keys(withName(variables)).map(name => [
                  name,
                  `\${var.set_${index}.${name}}`,
                ]),
              ),
            },
          ]),
        ),
      });
      await folder.write(
        'calls/terraform.tfvars.json',
        Object.fromEntries(
          sets.map(([, variables], index) => [
            `set_${index}`,
            withName(variables),
          ]),
        ),
      );
      await folder.succeed('-chdir=calls', 'init');
      const { text } = await folder.run('-chdir=calls', 'plan', '-json');
      const refused = new Set(
        [...text.matchAll(/"context":"module\.call_(\d+)"/g)].map(([, index]) =>
          Number(index),
        ),
      );
      return sets.flatMap(([title], index) =>
        refused.has(index) ? [] : [title],
      );
    } finally {
      await folder.remove();
    }
  }

  it('are judged the same by Terraform’s own validation', async () => {
    const taken = await takenByTerraform([...good, ...bad, ...badForTerraform]);

    expect(taken).toEqual(good.map(([title]) => title));
  });

  it('have types that Terraform insists on', async () => {
    expect(await takenByTerraform(wrongTypes)).toEqual([]);
  });
});
