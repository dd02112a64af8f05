import { manifestSchema } from '@terrastage/plugin-resources-common';
import { parse } from 'yaml';
import { createRequest, MANIFEST } from '../testing/builders';
import { checkInputs } from './checkInputs';

const manifest = manifestSchema.parse(parse(MANIFEST));

const check = (overrides: Parameters<typeof createRequest>[0]) => () =>
  checkInputs(createRequest(overrides), manifest);

const variables = (values: Record<string, any>) => ({
  variables: { bucket_name: 'receipts', ...values },
});

describe('checkInputs', () => {
  it('leaves text literal that only looks like code', () => {
    const note = '${aws_s3_bucket.x} %{ if true } $(id) `id` <<EOF "\n{{ x }}';

    expect(check(variables({ note }))()).toMatchObject({ note });
  });

  it.each([
    [{ days: 0 }, 'variables.days: must be >= 1'],
    [{ days: -1 }, 'variables.days: must be >= 1'],
    [{ days: 1e9 }, 'variables.days: must be <= 365'],
    [{ days: 1.5 }, 'variables.days: must be integer'],
    [{ days: '3' }, 'variables.days: must be integer'],
    [{ bucket_name: 'x' }, 'variables.bucket_name: must NOT have fewer'],
    [{ bucket_name: { $ne: '' } }, 'variables.bucket_name: must be string'],
    [{ region: 'mars-1' }, 'variables.region: is not a variable of this'],
    [{ note: 'a\0b' }, 'variables.note: must not contain control'],
    [{ note: 'a\u202eb' }, 'variables.note: must not contain control'],
    [{ note: 'a\u200bb' }, 'variables.note: must not contain control'],
    [{ note: 'a\ud800b' }, 'variables.note: must not contain control'],
    [{ 'a\u200b': 1 }, 'variables: has a key with hidden characters'],
  ])('refuses variables %j and names the path', (values, message) => {
    expect(check(variables(values))).toThrow(message);
  });

  it('names a variable that is missing', () => {
    expect(check({ variables: {} })).toThrow(
      'variables.bucket_name: is required',
    );
  });

  it('names every field that is wrong', () => {
    expect(check({ name: 'xn--a', ...variables({ days: 0 }) })).toThrow(
      /variables\.days: .*; name: must match pattern/,
    );
  });

  it.each([
    [
      'a pattern by its description',
      { pattern: '^[a-z]+$', description: 'lower-case letters' },
      'variables.note: breaks the rule "lower-case letters"',
    ],
    [
      'a negation by its description',
      { not: { const: 'NOT' }, description: 'anything but NOT' },
      'variables.note: breaks the rule "anything but NOT"',
    ],
    [
      'a part of a rule by the description of the part',
      {
        description: 'A word about it.',
        allOf: [{ pattern: '^[a-z]+$', description: 'lower-case letters' }],
      },
      'variables.note: breaks the rule "lower-case letters"',
    ],
    [
      'a list by what it allows',
      { enum: ['one', 'two'] },
      'variables.note: must be one of one, two',
    ],
    ['a single value by it', { const: 'one' }, 'variables.note: must be "one"'],
    [
      'a condition by what fails in it alone',
      { if: { minLength: 1 }, then: { maxLength: 2 } },
      /: variables\.note: must NOT have more than 2 characters$/,
    ],
  ])('tells %s', (_, note, message) => {
    const told = {
      ...manifest,
      variables: {
        ...manifest.variables,
        properties: { bucket_name: {}, note },
      },
    };

    expect(() =>
      checkInputs(createRequest(variables({ note: 'NOT' })), told),
    ).toThrow(message);
  });

  it('refuses another type than the bundle makes', () => {
    expect(check({ type: 'vpc' })).toThrow(
      "type: is 'vpc', but the bundle's terrastage.yaml makes 's3-bucket'",
    );
  });

  it('says so when the manifest is no JSON Schema', () => {
    const wrong = {
      ...manifest,
      variables: { ...manifest.variables, properties: 7 },
    };

    expect(() => checkInputs(createRequest(), wrong)).toThrow(
      'terrastage.yaml: variables: is not a JSON Schema (2020-12)',
    );
  });

  it('takes the defaults and the rules of the environment', () => {
    const strict = {
      ...manifest,
      environments: {
        dev: {
          defaults: { versioning: true },
          variables: { properties: { days: { maximum: 7 } } },
        },
      },
    };
    const inDev = (values: Record<string, any>) => () =>
      checkInputs(createRequest(variables(values)), strict);

    expect(inDev({ days: 7 })()).toMatchObject({ versioning: true, days: 7 });
    expect(inDev({ days: 8 })).toThrow('variables.days: must be <= 7');
    expect(() =>
      checkInputs(createRequest({ environment: 'prod' }), strict),
    ).toThrow('S3 bucket is not offered in prod, only in dev');
  });
});
