import { randomUUID } from 'node:crypto';
import type { CreateResourceRequest } from '@terrastage/plugin-resources-common';
import { bundleOf, createRequest } from '../testing/builders';
import { eventually } from '../testing/eventually';
import { asService, asUser, viaScaffolder } from '../testing/people';
import { usePostgres, type TestDatabase } from '../testing/testDatabase';
import { TestPortal } from '../testing/TestPortal';

jest.setTimeout(60_000);

const newDatabase = usePostgres();

describe('POST /resources and /plans', () => {
  let db: TestDatabase;
  let portal: TestPortal;
  let count = 0;

  beforeAll(async () => {
    db = await newDatabase();
    portal = await TestPortal.start({ knex: db.knex });
  });

  afterAll(async () => {
    await portal.stop();
    await portal.killRunners();
  });

  const fresh = (overrides: Partial<CreateResourceRequest> = {}) => {
    count += 1;
    return createRequest({ name: `bucket-${count}`, ...overrides });
  };

  const ask = (body: unknown, authorization = viaScaffolder('ana')) =>
    portal.post('/resources', authorization, body as object);

  const countRuns = async () =>
    Number((await db.knex('runs').count({ count: '*' }))[0].count);

  it('derives everything that a request may not say', async () => {
    const body = fresh({ expiresAt: '2999-01-01T00:00:00Z' });

    const { resource, run } = (await ask(body).expect(202)).body;

    expect(resource).toMatchObject({
      name: body.name,
      shortId: expect.stringMatching(/^[a-z0-9]{6}$/),
      status: 'creating',
      owner: 'group:default/payments',
      createdBy: 'user:default/ana',
      account: '123456789012',
      region: 'us-east-1',
      templateVersion: '1.2.3',
      expiresAt: '2999-01-01T00:00:00.000Z',
      state: {
        bucket: 'terrastage-state-dev',
        key: `s3-bucket/group-default-payments/${body.name}-${resource.shortId}/terraform.tfstate`,
        region: 'us-east-1',
      },
      tags: {
        Name: body.name,
        Owner: 'group:default/payments',
        Environment: 'dev',
        CostCenter: 'CC-1001',
        ManagedBy: 'terrastage',
        'terrastage:resource-id': resource.id,
      },
      links: [
        {
          title: 'AWS console',
          url: `https://console.aws.amazon.com/s3/buckets/${body.name}?region=us-east-1`,
        },
      ],
      run: { id: run.id, operation: 'apply' },
    });
    expect(run).toMatchObject({
      operation: 'apply',
      requestedBy: 'user:default/ana',
      cancelable: true,
    });
  });

  it('tells the catalog, and writes one line of audit', async () => {
    portal.published.length = 0;
    portal.audited.length = 0;

    const { resource } = (await ask(fresh()).expect(202)).body;

    // Changes of a moment are told together, so a little later.
    await eventually(async () =>
      expect(portal.published).toContainEqual({
        topic: 'terrastage.resources',
        eventPayload: {
          resourceIds: expect.arrayContaining([resource.id]),
        },
      }),
    );
    expect(portal.audited).toEqual([
      {
        eventId: 'resource-apply',
        outcome: 'success',
        actor: 'user:default/ana',
        meta: {
          resourceId: resource.id,
          runId: resource.run.id,
          type: 's3-bucket',
          name: resource.name,
          environment: 'dev',
          owner: 'group:default/payments',
        },
      },
    ]);
  });

  describe('who may ask', () => {
    it.each([
      ['nobody', 'Bearer mock-none-token', 401],
      ['a token that is none', 'Bearer eyJhbGciOiJub25lIn0.e30.', 401],
      ['a user without the scaffolder', asUser('ana'), 403],
      [
        'another plugin on behalf of a user',
        viaScaffolder('ana', 'plugin:x'),
        403,
      ],
      ['the scaffolder for itself', asService('plugin:scaffolder'), 403],
      ['a user that the catalog does not have', viaScaffolder('gus'), 403],
      ['a user who is not in the owner’s group', viaScaffolder('bob'), 403],
      ['an admin who is not in the owner’s group', viaScaffolder('pia'), 403],
    ])('%s', async (_, authorization, status) => {
      const before = await countRuns();

      await ask(fresh(), authorization).expect(status);

      expect(await countRuns()).toBe(before);
    });

    it('lets a user own a resource alone', async () => {
      const response = await ask(fresh({ owner: 'user:default/Ana' }));

      expect(response.body.resource.owner).toBe('user:default/ana');
    });
  });

  describe('bad input', () => {
    const nested = (depth: number): unknown =>
      depth === 0 ? 1 : { a: nested(depth - 1) };
    const past = '2001-01-01T00:00:00Z';

    it.each<[string, object, string]>([
      ['shell in a name', { name: 'a;rm -rf' }, 'name: must be lower-case'],
      ['a template in a name', { name: '${var.x}' }, 'name: must be'],
      ['a heredoc in a name', { name: '<<EOF' }, 'name: must be'],
      ['a homoglyph in a name', { name: 'pаyments' }, 'name: must be'],
      ['a name of 64', { name: 'x'.repeat(64) }, 'name: Too big'],
      ['a name by the manifest', { name: 'xn--a' }, 'name: must match pattern'],
      ['a mark in free text', { description: 'a\u202eb' }, 'description: must'],
      ['a state key', { stateKey: 'x' }, 'Unrecognized key: "stateKey"'],
      ['a bucket', { bucket: 'x' }, 'Unrecognized key: "bucket"'],
      ['backend settings', { backend: {} }, 'Unrecognized key: "backend"'],
      ['a role', { roleArn: 'x' }, 'Unrecognized key: "roleArn"'],
      ['a status', { status: 'active' }, 'Unrecognized key: "status"'],
      [
        'tags',
        { tags: { 'terrastage:run-id': 'x' } },
        'Unrecognized key: "tags"',
      ],
      ['a region', { region: 'us-east-1' }, 'Unrecognized key: "region"'],
      ['an unknown environment', { environment: 'moon' }, 'environment: '],
      [
        'an inherited environment',
        { environment: 'constructor' },
        'environment: ',
      ],
      ['an unknown cost centre', { costCenter: 'CC-0' }, 'costCenter: '],
      ['an owner that is no ref', { owner: '../payments' }, 'owner: must be'],
      ['another type', { type: 'vpc' }, "type: is 'vpc'"],
      [
        'an expiry in the past',
        { expiresAt: past },
        'expiresAt: is in the past',
      ],
      [
        'a count of text',
        { variables: { bucket_name: 'abc', days: '3' } },
        'variables.days',
      ],
      [
        'an unknown variable',
        { variables: { bucket_name: 'abc', x: 1 } },
        'variables.x',
      ],
      [
        'an operator',
        { variables: { bucket_name: { $gt: '' } } },
        'variables.bucket_name',
      ],
      [
        'a NUL',
        { variables: { bucket_name: 'ab\0c' } },
        'variables.bucket_name',
      ],
      [
        'a path out',
        { bundle: bundleOf({ '../x.tf': '' }) },
        "must not have '..'",
      ],
      [
        'a coded path',
        { bundle: bundleOf({ '%2e%2e/x.tf': '' }) },
        'bundle.files[2].path',
      ],
      [
        'no manifest',
        { bundle: bundleOf({ 'terrastage.yaml': undefined }) },
        'bundle.files',
      ],
      ['twenty-one levels', { variables: nested(21) }, 'nested deeper than 20'],
    ])('%s gets 400 with the field’s path', async (_, overrides, message) => {
      const before = await countRuns();
      portal.audited.length = 0;

      const response = await ask(fresh(overrides)).expect(400);

      expect(response.body.error).toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(message),
      });
      expect(await countRuns()).toBe(before);
      expect(portal.audited).toEqual([
        expect.objectContaining({ outcome: 'fail' }),
      ]);
    });

    it.each([
      ['"__proto__":{"admin":true}', '__proto__: is not allowed as a key'],
      ['"constructor":{}', 'constructor: is not allowed as a key'],
      ['"variables":{"days":1e400}', 'variables.days: is too large a number'],
      ['"variables":{"days":NaN}', 'The body is not JSON'],
      ['"name":"\xff', 'The body is not JSON'],
    ])('%s in the text gets 400', async (text, message) => {
      const response = await portal.postText(
        '/resources',
        viaScaffolder('ana'),
        `{${text}}`,
      );

      expect(response.status).toBe(400);
      expect(response.body.error.message).toContain(message);
    });

    it('more than a bundle may have gets 413', async () => {
      const bundle = bundleOf({ 'large.txt': 'x'.repeat(9 * 1024 * 1024) });

      const response = await ask(fresh({ bundle })).expect(413);

      expect(response.body.error.message).toMatch(/larger than \d+ bytes/);
    });

    it('more than 256 KB beside the bundle gets 413', async () => {
      const variables = { bucket_name: 'x'.repeat(257 * 1024) };

      const { status } = await ask(fresh({ variables }));

      expect(status).toBe(413);
    });

    it.each([
      ['text/plain', undefined],
      ['application/json', 'gzip'],
    ])('%s, encoded as %s, gets 415', async (type, encoding) => {
      const asked = portal
        .post('/resources', viaScaffolder('ana'))
        .set('content-type', type);
      if (encoding) asked.set('content-encoding', encoding);

      const { status } = await asked.send(JSON.stringify(fresh()));

      expect(status).toBe(415);
    });

    it.each(['', 'x'.repeat(201), 'é'])(
      'the idempotency key %j gets 400',
      async key => {
        const response = await ask(fresh()).set('idempotency-key', key);

        expect(response.status).toBe(400);
      },
    );
  });

  describe('asking twice', () => {
    it('answers the same key and request with the same run, also at once', async () => {
      const body = fresh();
      const key = randomUUID();
      const askWithKey = () => ask(body).set('idempotency-key', key);

      const answers = await Promise.all([
        askWithKey(),
        askWithKey(),
        askWithKey(),
      ]);
      const later = await askWithKey();

      expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
      const runs = [...answers, later].map(({ body: { run } }) => run.id);
      expect(new Set(runs).size).toBe(1);
    });

    it('takes the order of keys for nothing', async () => {
      const body = fresh();
      const key = randomUUID();
      const reversed = Object.fromEntries(Object.entries(body).reverse());

      const first = await ask(body).set('idempotency-key', key);
      const second = await ask(reversed).set('idempotency-key', key);

      expect(second.body.run.id).toBe(first.body.run.id);
    });

    it('refuses the same key for another request', async () => {
      const key = randomUUID();
      await ask(fresh()).set('idempotency-key', key).expect(202);

      const response = await ask(fresh()).set('idempotency-key', key);

      expect(response.status).toBe(422);
      expect(response.body.error.message).toContain(key);
    });

    it('keeps the keys of users apart', async () => {
      const key = randomUUID();
      const ofBob = fresh({ owner: 'group:default/storefront' });
      await ask(fresh()).set('idempotency-key', key).expect(202);

      const { status } = await ask(ofBob, viaScaffolder('bob')).set(
        'idempotency-key',
        key,
      );

      expect(status).toBe(202);
    });
  });

  describe('a name that is taken', () => {
    it('goes to one of two that come at once', async () => {
      const body = fresh();

      const answers = await Promise.all([ask(body), ask(body)]);

      const won = answers.find(({ status }) => status === 202)!;
      const lost = answers.find(({ status }) => status === 409)!;
      expect(lost.body.error).toMatchObject({
        name: 'ConflictError',
        resourceId: won.body.resource.id,
        runId: won.body.run.id,
      });
    });

    it('is not explained to who may not see it', async () => {
      const body = fresh();
      await ask(body).expect(202);

      const response = await ask(
        { ...body, owner: 'group:default/storefront' },
        viaScaffolder('bob'),
      ).expect(409);

      const { cause, ...error } = response.body.error;
      expect(error).toEqual({
        name: 'ConflictError',
        message: `name: there is a s3-bucket '${body.name}' in dev already; choose another name`,
      });
    });

    it('is free in another environment', async () => {
      const body = fresh();
      await ask(body).expect(202);

      const { status } = await ask({ ...body, environment: 'prod' });

      expect(status).toBe(202);
    });

    it('is refused to a plan too', async () => {
      const body = fresh();
      await ask(body).expect(202);

      const planned = await portal.post('/plans', viaScaffolder('ana'), body);

      expect(planned.status).toBe(409);
    });
  });

  it('plans without taking the name or a place in the list', async () => {
    const body = fresh();

    const planned = await portal
      .post('/plans', viaScaffolder('ana'), body)
      .expect(202);
    await ask(body).expect(202);
    const list = await portal.get(`/resources?q=${body.name}`, asUser('ana'));

    expect(planned.body).toMatchObject({
      resource: { status: 'draft', actions: { destroy: false } },
      run: { operation: 'plan' },
    });
    expect(list.body).toMatchObject({
      total: 1,
      items: [{ status: 'creating' }],
    });
  });
});
