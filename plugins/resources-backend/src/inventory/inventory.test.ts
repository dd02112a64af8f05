import { randomUUID } from 'node:crypto';
import { appliedResult, bundleOf, stateRecord } from '../testing/builders';
import { eventually } from '../testing/eventually';
import { asService, asUser } from '../testing/people';
import { usePostgres, type TestDatabase } from '../testing/testDatabase';
import { TestPortal } from '../testing/TestPortal';

jest.setTimeout(60_000);

const newDatabase = usePostgres();

describe('the inventory', () => {
  let db: TestDatabase;
  let portal: TestPortal;

  beforeAll(async () => {
    db = await newDatabase();
    portal = await TestPortal.start({
      knex: db.knex,
      runs: { maxConcurrent: 50 },
    });
  });

  afterAll(async () => {
    await portal.stop();
    await portal.killRunners();
  });

  const makeActive = async (
    name: string,
    owner: 'payments' | 'storefront' = 'payments',
  ) => {
    const started = await portal.create(
      { name, owner: `group:default/${owner}` },
      owner === 'payments' ? 'ana' : 'bob',
    );
    const runner = await portal.runner(started.run.id);
    await runner.apply();
    return started;
  };

  const destroy = (id: string, user = asUser('ana'), body = {}) =>
    portal.post(`/resources/${id}/destroy`, user, body);

  describe('GET /resources', () => {
    const names = async (query: string, user = asUser('ana')) => {
      const { body } = await portal
        .get(`/resources?${query}`, user)
        .expect(200);
      return body.items.map((item: { name: string }) => item.name);
    };

    beforeAll(async () => {
      await makeActive('list-a');
      await makeActive('list-b');
      await makeActive('list-of-bob', 'storefront');
    });

    it('has what the caller’s groups own; admins and services get all', async () => {
      const ours = ['list-a', 'list-b'];
      const all = [...ours, 'list-of-bob'];
      const query = 'q=list-&sort=name&order=asc';

      expect(await names(query)).toEqual(ours);
      expect(await names(query, asUser('pia'))).toEqual(all);
      expect(await names(query, asService('plugin:catalog'))).toEqual(all);
    });

    it('never takes the owner from the query', async () => {
      expect(await names('owner=group:default/storefront')).toEqual([]);
    });

    it('narrows "mine" for an admin too', async () => {
      expect(await names('mine=true', asUser('pia'))).toEqual([]);
      expect(await names('mine=true&q=list-&sort=name&order=asc')).toEqual([
        'list-a',
        'list-b',
      ]);
    });

    it('filters by all that is given, repeated values among them', async () => {
      const query =
        'type=s3-bucket&environment=dev&environment=prod&status=active&q=LIST-A';

      expect(await names(query)).toEqual(['list-a']);
      expect(await names('type=vpc')).toEqual([]);
      expect(await names('status=failed')).toEqual([]);
    });

    it.each(['%25', '_', "' OR 1=1 --", '\\'])(
      'takes %s in a search for what it is',
      async q => {
        expect(
          await names(`q=${encodeURIComponent(decodeURIComponent(q))}`),
        ).toEqual([]);
      },
    );

    it('walks over pages in both directions', async () => {
      const query = 'q=list-&sort=name&order=asc&limit=1';
      const first = await portal.get(`/resources?${query}`, asUser('ana'));
      const second = await portal.get(
        `/resources?${query}&cursor=${first.body.nextCursor}`,
        asUser('ana'),
      );
      const back = await portal.get(
        `/resources?${query}&cursor=${second.body.prevCursor}`,
        asUser('ana'),
      );

      expect(first.body).toMatchObject({
        total: 2,
        items: [{ name: 'list-a' }],
      });
      expect(first.body.prevCursor).toBeUndefined();
      expect(second.body).toMatchObject({
        total: 2,
        items: [{ name: 'list-b' }],
      });
      expect(second.body.nextCursor).toBeUndefined();
      expect(back.body.items).toEqual(first.body.items);
    });

    it.each([
      ['sort=id', 'sort: '],
      ['sort=owner;drop table', 'sort: '],
      ['order=up', 'order: '],
      ['limit=0', 'limit: '],
      ['limit=1000', 'limit: '],
      ['limit=1e400', 'limit: '],
      ['status=gone', 'status[0]: '],
      ['mine=yes', 'mine: '],
      ['cursor=x', 'cursor: is not a cursor'],
      [
        `cursor=${Buffer.from(
          JSON.stringify({
            sort: 'name',
            order: 'asc',
            direction: 'next',
            value: 'a',
            id: randomUUID(),
          }),
        ).toString('base64url')}`,
        'cursor: is one of a list sorted by name asc',
      ],
      ['q=%00', 'query.q: must not contain control'],
      ['ownerRef=x', 'Unrecognized key: "ownerRef"'],
      ['type[$ne]=x', 'type'],
    ])('refuses %s', async (query, message) => {
      const response = await portal.get(`/resources?${query}`, asUser('ana'));

      expect(response.status).toBe(400);
      expect(response.body.error.message).toContain(message);
    });

    it('counts the values of its filters', async () => {
      const { body } = await portal.get('/resources/facets', asUser('bob'));

      expect(body).toEqual({
        type: { 's3-bucket': 1 },
        environment: { dev: 1 },
        owner: { 'group:default/storefront': 1 },
        status: { active: 1 },
      });
    });
  });

  describe('GET /resources/{id}', () => {
    it('answers for another team’s as for one that does not exist', async () => {
      const { resource, run } = await makeActive('secret', 'storefront');
      const paths = (id: string, runId: string) => [
        `/resources/${id}`,
        `/resources/${id}/runs`,
        `/runs/${runId}`,
        `/runs/${runId}/events`,
      ];

      const bodies = async (routes: string[]) =>
        Promise.all(
          routes.map(async route => {
            const { status, body } = await portal.get(route, asUser('ana'));
            return { status, error: body.error };
          }),
        );
      const others = await bodies(paths(resource.id, run.id));
      const nobodys = await bodies(paths(randomUUID(), randomUUID()));
      const nonsense = await bodies(paths("x'%00", '..%2f'));

      expect(others.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
      expect(others).toEqual(nobodys);
      expect(nonsense).toEqual(nobodys);
    });

    it('keeps no value of a sensitive output, even where a runner sends one', async () => {
      const { resource, run } = await portal.create({ name: 'sensitive' });
      const runner = await portal.runner(run.id);
      await runner.apply({
        ...appliedResult,
        outputs: { password: { sensitive: true, value: 'hunter2' } },
      });

      const { text, body } = await portal.get(
        `/resources/${resource.id}`,
        asUser('ana'),
      );
      const [row] = await db.knex('resources').where({ id: resource.id });

      expect(body.outputs).toEqual({ password: { sensitive: true } });
      expect(text).not.toContain('hunter2');
      expect(JSON.stringify(row)).not.toContain('hunter2');
    });

    it('fills links with outputs', async () => {
      const { resource } = await makeActive('with-links');

      const { body } = await portal.get(
        `/resources/${resource.id}`,
        asUser('ana'),
      );

      expect(body.links).toContainEqual({
        title: 'Object',
        url: `https://example.com/${encodeURIComponent(
          'arn:aws:s3:::payments-receipts',
        )}`,
      });
    });
  });

  describe('GET /options', () => {
    it('offers the configuration’s lists and the caller’s groups', async () => {
      const { body } = await portal.get('/options', asUser('ana'));

      expect(body).toEqual({
        environments: [
          {
            name: 'dev',
            title: 'dev',
            region: 'us-east-1',
            account: '123456789012',
            lifetime: {},
            resourceTypes: {},
          },
          {
            name: 'prod',
            title: 'Live',
            region: 'us-east-1',
            account: '123456789012',
            lifetime: {},
            resourceTypes: {},
          },
        ],
        types: [],
        costCenters: [{ name: 'CC-1001', title: 'Payments' }],
        owners: ['user:default/ana', 'group:default/payments'],
        admin: false,
      });
    });

    it('is refused to a user that the catalog does not have', async () => {
      const { status } = await portal.get('/options', asUser('gus'));

      expect(status).toBe(403);
    });
  });

  describe('POST /resources/{id}/destroy', () => {
    it('destroys with the files and values of the last apply, and the recorded state', async () => {
      const { resource, run } = await makeActive('to-destroy');

      const { body } = await destroy(resource.id, asUser('ana'), {
        confirmName: 'to-destroy',
      }).expect(202);
      const runner = await portal.runner(body.run.id);
      const job = await runner.job();
      await runner.apply({
        outcome: 'applied',
        applyStarted: true,
        state: { ...stateRecord(2), managed: [] },
      });
      const after = await portal.get(
        `/resources/${resource.id}`,
        asUser('ana'),
      );
      const list = await portal.get('/resources?q=to-destroy', asUser('ana'));

      expect(body.resource.status).toBe('deleting');
      expect(job).toMatchObject({
        operation: 'destroy',
        bundle: { digest: run.bundleDigest },
        variables: { bucket_name: 'to-destroy' },
        searchOrphans: false,
        state: {
          expectation: {
            kind: 'known',
            lineage: stateRecord().lineage,
            serial: 1,
          },
        },
      });
      expect(after.body).toMatchObject({
        status: 'deleted',
        managed: [],
        outputs: {},
      });
      expect(list.body.total).toBe(0);
      await expect(
        portal.create({ name: 'to-destroy' }),
      ).resolves.toMatchObject({ resource: { status: 'creating' } });
    });

    it('destroys one that was never applied', async () => {
      const { resource, run } = await portal.create({ name: 'never-applied' });
      const runner = await portal.runner(run.id);
      await portal.post(`/runs/${run.id}/cancel`, asUser('ana'));
      await runner.result({ outcome: 'canceled', applyStarted: false });

      const { body } = await destroy(resource.id).expect(202);
      const job = await (await portal.runner(body.run.id)).job();

      expect(job.state.expectation).toEqual({ kind: 'absent' });
    });

    it('needs attention when something still carries the tag', async () => {
      const { resource } = await makeActive('with-orphans');
      const { body } = await destroy(resource.id);
      const runner = await portal.runner(body.run.id);
      const orphans = ['arn:aws:s3:::left-behind'];

      await runner.apply({ outcome: 'applied', applyStarted: true, orphans });
      const run = await portal.get(`/runs/${body.run.id}`, asUser('ana'));
      const after = await portal.get(
        `/resources/${resource.id}`,
        asUser('ana'),
      );
      const again = await destroy(resource.id).expect(202);

      expect(run.body).toMatchObject({
        status: 'needs_attention',
        orphans,
        failure: { message: expect.stringContaining(orphans[0]) },
      });
      expect(after.body.status).toBe('needs_attention');
      const next = await portal.runner(again.body.run.id);
      expect(await next.job()).toMatchObject({ searchOrphans: true });
    });

    it('is what it was before when a destroy is canceled before it began', async () => {
      const { resource } = await makeActive('destroy-canceled');
      const { body } = await destroy(resource.id);
      const runner = await portal.runner(body.run.id);

      await runner.result({ outcome: 'canceled', applyStarted: false });

      const after = await portal.get(
        `/resources/${resource.id}`,
        asUser('ana'),
      );
      expect(after.body.status).toBe('active');
    });

    it('answers the same key with the same run', async () => {
      const { resource } = await makeActive('destroy-twice');
      const key = randomUUID();

      const first = await destroy(resource.id).set('idempotency-key', key);
      const second = await destroy(resource.id).set('idempotency-key', key);

      expect(second.status).toBe(202);
      expect(second.body.run.id).toBe(first.body.run.id);
    });

    it('lets one of two at once through, and links the other to it', async () => {
      const { resource } = await makeActive('destroy-race');

      const answers = await Promise.all([
        destroy(resource.id),
        destroy(resource.id),
      ]);

      const won = answers.find(({ status }) => status === 202)!;
      const lost = answers.find(({ status }) => status === 409)!;
      expect(lost.body.error).toMatchObject({
        runId: won.body.run.id,
        resourceId: resource.id,
      });
    });

    it.each([
      ['another team', asUser('bob'), {}, 404],
      ['a service', asService('plugin:catalog'), {}, 403],
      ['another name', asUser('ana'), { confirmName: 'wrong' }, 400],
      ['an unknown field', asUser('ana'), { force: true }, 400],
    ])('is refused to/with %s', async (who, authorization, body, status) => {
      const { resource } = await makeActive(
        `refused-${who.replace(/ /g, '-')}`,
      );

      const response = await destroy(resource.id, authorization, body);

      expect(response.status).toBe(status);
    });

    it('is refused for what is gone already', async () => {
      const { resource } = await makeActive('gone');
      const { body } = await destroy(resource.id);
      const runner = await portal.runner(body.run.id);
      await runner.apply({ outcome: 'applied', applyStarted: true });

      const response = await destroy(resource.id);

      expect(response.status).toBe(409);
    });

    it('lets an admin', async () => {
      const { resource } = await makeActive('by-admin');

      const { status } = await destroy(resource.id, asUser('pia'));

      expect(status).toBe(202);
    });
  });

  it('lists the runs of a resource, the newest first', async () => {
    const { resource, run } = await makeActive('many-runs');
    const { body } = await destroy(resource.id);

    const list = await eventually(async () => {
      const response = await portal.get(
        `/resources/${resource.id}/runs`,
        asUser('ana'),
      );
      expect(response.body.items).toHaveLength(2);
      return response.body.items;
    });

    expect(list.map(({ id }: { id: string }) => id)).toEqual([
      body.run.id,
      run.id,
    ]);
  });

  it('keeps a bundle once, however many use it', async () => {
    const bundle = bundleOf({ 'extra.txt': 'the same' });
    await portal.create({ name: 'bundle-1', bundle });
    await portal.create({ name: 'bundle-2', bundle });

    const used = await db
      .knex('resources')
      .whereIn('name', ['bundle-1', 'bundle-2'])
      .distinct('bundle_digest');

    expect(used).toHaveLength(1);
  });
});
