import { randomUUID } from 'node:crypto';
import type {
  CreateResourceRequest,
  StartedRun,
} from '@terrastage/plugin-resources-common';
import { appliedResult, instanceRequest } from '../testing/builders';
import { asUser, viaScaffolder, type UserName } from '../testing/people';
import { usePostgres, type TestDatabase } from '../testing/testDatabase';
import { TestPortal } from '../testing/TestPortal';

jest.setTimeout(120_000);

const newDatabase = usePostgres();

const zones = { a: { open: true }, b: { open: false } };

describe('a resource that is built on another', () => {
  let db: TestDatabase;
  let portal: TestPortal;
  let count = 0;

  beforeAll(async () => {
    db = await newDatabase();
    portal = await TestPortal.start({
      knex: db.knex,
      runs: { maxConcurrent: 100 },
    });
  });

  afterAll(async () => {
    await portal.stop();
    await portal.killRunners();
  });

  const bucketArn = (name: string) => `arn:aws:s3:::${name}`;

  const finish = async (
    { run }: StartedRun,
    outputs: object = {},
    outcome: object = {},
  ) => {
    const runner = await portal.runner(run.id);
    await runner.apply({ ...appliedResult, outputs, ...outcome });
  };

  const makeBucket = async (
    overrides: Partial<CreateResourceRequest> = {},
    outputs: object = { zones: { sensitive: false, value: zones } },
    user: UserName = 'ana',
  ) => {
    count += 1;
    const name = `base-${count}`;
    const started = await portal.create({ name, ...overrides }, user);
    await finish(started, {
      bucket_arn: { sensitive: false, value: bucketArn(name) },
      ...outputs,
    });
    return started.resource;
  };

  const ask = (
    overrides: Partial<CreateResourceRequest>,
    user: UserName = 'ana',
  ) => {
    count += 1;
    return portal.post(
      '/resources',
      viaScaffolder(user),
      instanceRequest({ name: `worker-${count}`, ...overrides }),
    );
  };

  const makeInstance = async (
    overrides: Partial<CreateResourceRequest>,
  ): Promise<StartedRun> => (await ask(overrides).expect(202)).body;

  const read = async (id: string, user: UserName = 'ana') =>
    (await portal.get(`/resources/${id}`, asUser(user)).expect(200)).body;

  const destroy = (id: string, user: UserName = 'ana') =>
    portal.post(`/resources/${id}/destroy`, asUser(user));

  it('gets the variables that the relations fill, from the outputs', async () => {
    const one = await makeBucket();
    const two = await makeBucket();

    const { run, resource } = await makeInstance({
      variables: { size: 'large' },
      uses: { bucket: one.id, others: [two.entityRef, one.id] },
    });

    const job = await (await portal.runner(run.id)).job();
    expect(job.variables).toEqual({
      size: 'large',
      bucket_arn: bucketArn(one.name),
      zones,
      other_arns: [bucketArn(two.name), bucketArn(one.name)],
    });
    expect(resource.inputs).toEqual({ size: 'large' });
    expect(resource.uses).toEqual([
      { relation: 'bucket', ...linkTo(one) },
      { relation: 'others', ...linkTo(two) },
      { relation: 'others', ...linkTo(one) },
    ]);
  });

  it('is shown by what it is built on, and in the list by its relations', async () => {
    const bucket = await makeBucket();
    const { resource } = await makeInstance({ uses: { bucket: bucket.id } });

    expect(await read(bucket.id)).toMatchObject({
      uses: [],
      usedBy: [
        {
          relation: 'bucket',
          ...linkTo(resource),
          environment: 'dev',
          status: 'creating',
        },
      ],
      usedByOthers: 0,
    });
    const { body } = await portal.get(
      `/resources?q=${resource.name}`,
      asUser('ana'),
    );
    expect(body.items[0].uses).toMatchObject([{ id: bucket.id }]);
  });

  it('takes those that share what it is built on', async () => {
    const bucket = await makeBucket();
    const peer = await makeInstance({ uses: { bucket: bucket.id } });
    await finish(peer, {
      bucket_arn: { sensitive: false, value: bucketArn(bucket.name) },
    });

    const { run } = await makeInstance({
      uses: { bucket: bucket.id, peers: [peer.resource.id] },
    });

    const job = await (await portal.runner(run.id)).job();
    expect(job.variables).toMatchObject({
      peer_arns: [bucketArn(bucket.name)],
    });
  });

  it('leaves out what an optional relation would fill', async () => {
    const bucket = await makeBucket();

    const { run } = await makeInstance({ uses: { bucket: bucket.id } });

    const job = await (await portal.runner(run.id)).job();
    expect(job.variables).not.toHaveProperty('other_arns');
  });

  describe('is refused', () => {
    /** Status and message of the answer. */
    const refusal = async (overrides: Partial<CreateResourceRequest>) => {
      const { status, body } = await ask(overrides);
      return { ...body.error, text: `${status} ${body.error?.message}` };
    };

    it('without what it needs', async () => {
      expect((await refusal({})).text).toMatch(
        '400 uses.bucket: is required (Bucket: s3-bucket)',
      );
    });

    it('with a relation that there is not', async () => {
      const uses = { bucket: randomUUID(), network: randomUUID() };

      expect((await refusal({ uses })).text).toMatch(
        '400 uses.network: is not a relation of this',
      );
    });

    it.each([
      ['name', 'not an id'],
      ['SQL', "' OR 1=1 --"],
      ['other kind of entity', 'group:default/payments'],
      ['path', '../../x'],
    ])('with a %s for an id', async (_, bucket) => {
      expect((await refusal({ uses: { bucket } })).text).toMatch(
        /^400 .*uses\.bucket: /,
      );
    });

    it('with several where one is taken', async () => {
      const uses = { bucket: [randomUUID()] };

      expect((await refusal({ uses })).text).toMatch(
        '400 uses.bucket: takes one resource, not a',
      );
    });

    it('with more than twenty', async () => {
      const others = Array.from({ length: 21 }, () => randomUUID());

      expect((await refusal({ uses: { others } })).text).toMatch(
        /^400 .*uses\.others: /,
      );
    });

    it('with one resource twice', async () => {
      const bucket = await makeBucket();
      const others = [bucket.id, bucket.entityRef];

      expect(
        (await refusal({ uses: { bucket: bucket.id, others } })).text,
      ).toMatch(/^400 uses\.others\[1\]: s3-bucket 'base-\d+' is there twice/);
    });

    it('with a variable that only a relation fills', async () => {
      const bucket = await makeBucket();

      expect(
        (
          await refusal({
            uses: { bucket: bucket.id },
            variables: { bucket_arn: 'arn:x' },
          })
        ).text,
      ).toMatch(
        /^400 .*variables\.bucket_arn: is not a variable of this template/,
      );
    });

    it('with another team’s, in the words for one that there is not', async () => {
      const theirs = await makeBucket(
        { owner: 'group:default/storefront' },
        {},
        'bob',
      );
      const nobodys = randomUUID();
      const words = (id: string) =>
        `uses.bucket: there is no resource ${id}, or it is not of your teams`;

      expect((await refusal({ uses: { bucket: theirs.id } })).text).toMatch(
        `400 ${words(theirs.id)}`,
      );
      expect((await refusal({ uses: { bucket: nobodys } })).text).toMatch(
        `400 ${words(nobodys)}`,
      );
      expect(
        (await refusal({ uses: { bucket: theirs.entityRef } })).text,
      ).toMatch(`400 ${words(theirs.entityRef)}`);
    });

    it('with one of another type', async () => {
      const bucket = await makeBucket();
      const worker = await makeInstance({ uses: { bucket: bucket.id } });
      await finish(worker);

      expect(
        (await refusal({ uses: { bucket: worker.resource.id } })).text,
      ).toMatch(
        /^400 uses\.bucket: instance 'worker-\d+' is not of type s3-bucket/,
      );
    });

    it('with one of another environment', async () => {
      const bucket = await makeBucket({ environment: 'prod' });

      expect((await refusal({ uses: { bucket: bucket.id } })).text).toMatch(
        /^400 uses\.bucket: s3-bucket 'base-\d+' is in prod, not in dev/,
      );
    });

    it('with one that is not active yet', async () => {
      const { resource } = await portal.create({ name: `young-${count}` });

      const error = await refusal({ uses: { bucket: resource.id } });

      expect(error.text).toMatch(
        /^409 uses\.bucket: .* is creating; only an active one can be used/,
      );

      expect(error).toMatchObject({ resourceId: resource.id });
    });

    it('with one that lacks an output', async () => {
      const bucket = await makeBucket({}, {});

      expect((await refusal({ uses: { bucket: bucket.id } })).text).toMatch(
        /^409 uses\.bucket: .* has no output 'zones'/,
      );
    });

    it('with one that is not what the manifest asks for', async () => {
      const bucket = await makeBucket(
        {},
        { zones: { sensitive: false, value: {} } },
      );

      expect((await refusal({ uses: { bucket: bucket.id } })).text).toMatch(
        /^400 uses\.bucket: .*: it has no zone; give it one/,
      );
    });

    it('with one that is built on another than it shares', async () => {
      const ours = await makeBucket();
      const another = await makeBucket();
      const near = await makeInstance({ uses: { bucket: ours.id } });
      const far = await makeInstance({ uses: { bucket: another.id } });
      await finish(near);
      await finish(far);
      const peers = [near.resource.id, far.resource.id];

      expect((await refusal({ uses: { bucket: ours.id, peers } })).text).toBe(
        `400 uses.peers[1]: instance '${far.resource.name}' is on s3-bucket '${another.name}', not on s3-bucket '${ours.name}'. Leave it out, or choose what it is on (uses.bucket)`,
      );
    });

    it.each([
      ['that is not there', 'c', "has no 'c', only a, b"],
      [
        'that may not be chosen',
        'b',
        "variables.zone: 'b' of .* cannot be chosen: it is closed",
      ],
    ])('with a part of it %s', async (_, zone, message) => {
      const bucket = await makeBucket();

      expect(
        (await refusal({ uses: { bucket: bucket.id }, variables: { zone } }))
          .text,
      ).toMatch(new RegExp(`^400 .*${message}`));
    });
  });

  describe('keeps what it is built on from being deleted', () => {
    it('with its name in the answer', async () => {
      const bucket = await makeBucket();
      const { resource } = await makeInstance({ uses: { bucket: bucket.id } });

      const { body } = await destroy(bucket.id).expect(409);

      expect(body.error).toMatchObject({
        name: 'ConflictError',
        message: `s3-bucket '${bucket.name}' is in use by instance '${resource.name}'; delete what uses it first`,
        resourceId: bucket.id,
        dependents: [linkTo(resource)],
      });
      expect(await read(bucket.id)).toMatchObject({ status: 'active' });
    });

    it('without its name where it is another team’s', async () => {
      const bucket = await makeBucket();
      const { resource } = await makeInstance({ uses: { bucket: bucket.id } });
      await db
        .knex('resources')
        .where({ id: resource.id })
        .update({ owner: 'group:default/storefront' });

      const { body } = await destroy(bucket.id).expect(409);

      expect(body.error.message).toContain('is in use by 1 of other teams');
      expect(body.error.dependents).toEqual([]);
      expect(await read(bucket.id)).toMatchObject({
        usedBy: [],
        usedByOthers: 1,
      });
    });

    it('until it is deleted itself', async () => {
      const bucket = await makeBucket();
      const started = await makeInstance({ uses: { bucket: bucket.id } });
      await finish(started);
      const gone = await destroy(started.resource.id).expect(202);
      await destroy(bucket.id).expect(409);

      await finish(
        gone.body,
        {},
        { state: { ...appliedResult.state, managed: [] } },
      );

      expect(await read(bucket.id)).toMatchObject({ usedBy: [] });
      await destroy(bucket.id).expect(202);
    });

    it('unless it was only planned', async () => {
      const bucket = await makeBucket();
      await portal
        .post(
          '/plans',
          viaScaffolder('ana'),
          instanceRequest({ name: 'draft', uses: { bucket: bucket.id } }),
        )
        .expect(202);

      expect((await destroy(bucket.id)).status).toBe(202);
    });
  });

  it('and a delete of that at the same time: one of them is refused', async () => {
    for (let round = 0; round < 10; round += 1) {
      const bucket = await makeBucket();

      const [made, deleted] = await Promise.all(
        round % 2
          ? [ask({ uses: { bucket: bucket.id } }), destroy(bucket.id)]
          : [destroy(bucket.id), ask({ uses: { bucket: bucket.id } })],
      );

      expect([made.status, deleted.status].sort()).toEqual([202, 409]);
    }
  });
});

function linkTo({
  id,
  name,
  type,
  entityRef,
}: StartedRun['resource']): Record<string, string> {
  return { id, name, type, entityRef };
}
