import {
  createResourceRequestSchema,
  entityRefSchema,
  freeTextSchema,
  resourceNameSchema,
} from './requestSchemas';

const request = {
  type: 's3-bucket',
  name: 'payments-receipts',
  environment: 'dev',
  owner: 'group:default/payments',
  costCenter: 'CC-1001',
  variables: { bucket_name: 'payments-receipts' },
  bundle: { files: [{ path: 'main.tf', content: 'IyBlbXB0eQo=' }] },
};

describe('createResourceRequestSchema', () => {
  it('takes a request that says what, where and whose', () => {
    expect(createResourceRequestSchema.parse(request)).toEqual(request);
  });

  it.each([
    'stateKey',
    'bucket',
    'backend',
    'account',
    'roleArn',
    'tags',
    'role',
    'team',
    'status',
    'approvedBy',
    'id',
  ])('refuses %s, which only the server derives', name => {
    const result = createResourceRequestSchema.safeParse({
      ...request,
      [name]: 'x',
    });

    expect(result.error?.issues[0]).toMatchObject({
      code: 'unrecognized_keys',
      keys: [name],
    });
  });

  it.each([
    ['owner', 'payments'],
    ['owner', '../payments'],
    ['type', 'S3'],
    ['type', '../s3'],
    ['name', 'Payments'],
    ['expiresAt', 'tomorrow'],
    ['expiresAt', 1e9],
    ['variables', 'x=1'],
    ['costCenter', ''],
  ])('names the field when %s is %s', (field, value) => {
    const result = createResourceRequestSchema.safeParse({
      ...request,
      [field]: value,
    });

    expect(result.error?.issues[0].path).toEqual([field]);
  });
});

describe('resourceNameSchema', () => {
  it.each(['ab', 'payments-receipts', 'a.b-c.9', 'x'.repeat(63)])(
    'takes %s',
    name => {
      expect(resourceNameSchema.safeParse(name).success).toBe(true);
    },
  );

  it.each([
    'a',
    'x'.repeat(64),
    '-a',
    'a-',
    '.a',
    'a.',
    'a b',
    'a\nb',
    'a;rm -rf',
    '$(id)',
    '`id`',
    '${var.x}',
    '%{ if true }',
    '{{ x }}',
    '<<EOF',
    '../a',
    '%2e%2e',
    'a\u0000b',
    'a\u200bb',
    'а-cyrillic',
    'a\u202eb',
    '"quoted"',
  ])('refuses %j', name => {
    expect(resourceNameSchema.safeParse(name).success).toBe(false);
  });
});

describe('entityRefSchema', () => {
  it.each(['group:default/payments', 'user:default/ana.b_c-1'])(
    'takes %s',
    ref => {
      expect(entityRefSchema.safeParse(ref).success).toBe(true);
    },
  );

  it.each([
    'payments',
    'default/payments',
    'component:default/x',
    'group:a/b/c',
  ])('refuses %s', ref => {
    expect(entityRefSchema.safeParse(ref).success).toBe(false);
  });
});

describe('freeTextSchema', () => {
  it('leaves what only looks dangerous as it is: text is never evaluated', () => {
    const text = 'Receipts; $(id) ${var.x} "quoted"\nsecond line, açúcar';

    expect(freeTextSchema(200).parse(text)).toBe(text);
  });

  it.each(['\u0000', '\u001b[31m', '\u200b', '\u202e', '\u2066', '\ufeff'])(
    'refuses %j',
    character => {
      expect(freeTextSchema(200).safeParse(`a${character}b`).success).toBe(
        false,
      );
    },
  );

  it('refuses more than its length', () => {
    expect(freeTextSchema(3).safeParse('abcd').success).toBe(false);
  });
});
