import {
  resourceDetailSchema,
  resourcePageSchema,
  runDetailSchema,
  runEventsPageSchema,
  startedRunSchema,
} from '@terrastage/plugin-resources-common';
import { createRequest } from './testing/builders';
import { usePostgres } from './testing/testDatabase';
import { asService, asUser, viaScaffolder } from './testing/people';
import { TestPortal } from './testing/TestPortal';

jest.setTimeout(60_000);

const newDatabase = usePostgres();

describe('resources plugin', () => {
  let portal: TestPortal;

  beforeAll(async () => {
    const { knex } = await newDatabase();
    portal = await TestPortal.start({ knex });
  });

  afterAll(async () => {
    await portal.stop();
    await portal.killRunners();
  });

  it('makes a resource: asked for, launched, planned, applied, listed', async () => {
    const { resource, run } = await portal.create({ name: 'walking-path' });
    const runner = await portal.runner(run.id);

    const job = await runner.job();
    await runner.apply();

    expect(job).toMatchObject({
      resourceId: resource.id,
      variables: { bucket_name: 'walking-path' },
      state: { key: resource.state.key, expectation: { kind: 'absent' } },
    });
    const read = await portal.get(`/resources/${resource.id}`, asUser('ana'));
    expect(read.body).toMatchObject({
      status: 'active',
      run: { id: run.id, status: 'applied' },
      outputs: { password: { sensitive: true } },
      actions: { destroy: true },
    });
    const list = await portal.get('/resources', asService('plugin:catalog'));
    expect(list.body).toMatchObject({
      total: 1,
      items: [{ status: 'active' }],
    });
    const events = await portal.get(`/runs/${run.id}/events`, asUser('ana'));
    expect(
      events.body.items
        .filter((event: { type: string }) => event.type === 'status')
        .map((event: { status: string }) => event.status),
    ).toEqual(['pending', 'planning', 'planned', 'applying', 'applied']);
    expect(events.body.end).toBe(true);
  });

  it.each([
    [
      { 's3-bucket': { limit: {} } },
      'environments.dev.resourceTypes["s3-bucket"]: Unrecognized key: "limit"',
    ],
    [
      { 's3-bucket': { limits: { days: { min: 'one' } } } },
      'environments.dev.resourceTypes["s3-bucket"].limits.days.min: Invalid input',
    ],
  ])(
    'does not let the portal start with %j, and names the key',
    async (resourceTypes, message) => {
      const { knex } = await newDatabase();

      await expect(TestPortal.start({ knex, resourceTypes })).rejects.toThrow(
        message,
      );
    },
  );

  it('answers as the API says, with nothing left out or added', async () => {
    const { body: started } = await portal
      .post(
        '/resources',
        viaScaffolder('ana'),
        createRequest({ name: 'by-the-schema' }),
      )
      .expect(202);
    const runner = await portal.runner(started.run.id);
    await runner.say({ type: 'step', step: 'init', status: 'started' });
    await runner.apply();
    const read = async (route: string) =>
      (await portal.get(route, asUser('ana')).expect(200)).body;

    const answers = [
      [startedRunSchema, started],
      [resourcePageSchema, await read('/resources')],
      [resourceDetailSchema, await read(`/resources/${started.resource.id}`)],
      [runDetailSchema, await read(`/runs/${started.run.id}`)],
      [runEventsPageSchema, await read(`/runs/${started.run.id}/events`)],
    ] as const;

    for (const [schema, answer] of answers) {
      // What a schema doesn't know it drops.
      expect(schema.parse(answer)).toEqual(answer);
    }
  });
});
