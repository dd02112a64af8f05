import type { CreateResourceRequest } from '@terrastage/plugin-resources-common';
import { appliedResult, bundleOf, createRequest } from '../testing/builders';
import { asUser, viaScaffolder, type UserName } from '../testing/people';
import { usePostgres, type TestDatabase } from '../testing/testDatabase';
import { TestPortal } from '../testing/TestPortal';

jest.setTimeout(120_000);

const newDatabase = usePostgres();

const manifest = `
apiVersion: terrastage/v1
type: vpc
title: VPC
version: 1.0.0
networkRange: cidr_block
variables:
  type: object
  additionalProperties: false
  required: [cidr_block]
  properties: { cidr_block: { type: string } }
`;

describe('the range of a network', () => {
  let db: TestDatabase;
  let portal: TestPortal;
  let count = 0;

  beforeEach(async () => {
    db = await newDatabase();
    portal = await TestPortal.start({
      knex: db.knex,
      runs: { maxConcurrent: 50 },
    });
  });

  afterEach(async () => {
    await portal.stop();
    await portal.killRunners();
  });

  const ask = (
    cidr_block: string,
    user: UserName = 'ana',
    overrides: Partial<CreateResourceRequest> = {},
    route = '/resources',
  ) => {
    count += 1;
    const team = user === 'bob' ? 'storefront' : 'payments';
    return portal.post(
      route,
      viaScaffolder(user),
      createRequest({
        type: 'vpc',
        name: `net-${count}`,
        owner: `group:default/${team}`,
        variables: { cidr_block },
        bundle: bundleOf({ 'terrastage.yaml': manifest }),
        ...overrides,
      }),
    );
  };

  it.each([
    ['the same', '10.20.0.0/16'],
    ['a part', '10.20.128.0/20'],
    ['a larger one', '10.16.0.0/12'],
  ])('is refused where a network has %s', async (_, range) => {
    const { body } = await ask('10.20.0.0/16').expect(202);

    const refused = await ask(range);

    expect(refused.status).toBe(409);
    expect(refused.body.error).toMatchObject({
      message: `${range} overlaps 10.20.0.0/16 of vpc '${body.resource.name}' (dev) in account 123456789012; choose another range`,
      resourceId: body.resource.id,
    });
  });

  it('is refused in another environment of the same account, and in a plan', async () => {
    await ask('10.20.0.0/16').expect(202);

    const other = await ask('10.20.0.0/16', 'ana', { environment: 'prod' });
    const plan = await ask('10.20.0.0/16', 'ana', {}, '/plans');

    expect([other.status, plan.status]).toEqual([409, 409]);
  });

  it('of another team is named by its numbers alone', async () => {
    await ask('10.20.0.0/16', 'bob').expect(202);

    const { body } = await ask('10.20.0.0/24').expect(409);

    expect(body.error.message).toBe(
      '10.20.0.0/24 overlaps 10.20.0.0/16, which is taken in account 123456789012; choose another range',
    );
    expect(body.error).not.toHaveProperty('resourceId');
  });

  it('beside another is taken', async () => {
    await ask('10.20.0.0/17').expect(202);

    const beside = await ask('10.20.128.0/17');

    expect(beside.status).toBe(202);
  });

  it('goes to one of ten that ask for it at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        ask(`10.30.${index % 2 ? '0.0/16' : '0.0/17'}`).then(
          ({ status }) => status,
        ),
      ),
    );

    expect(answers.sort()).toEqual([202, ...Array(9).fill(409)]);
  });

  it('is free again when the network is gone', async () => {
    const { body } = await ask('10.20.0.0/16').expect(202);
    await (await portal.runner(body.run.id)).apply({ ...appliedResult });
    const gone = await portal.post(
      `/resources/${body.resource.id}/destroy`,
      asUser('ana'),
    );
    await ask('10.20.0.0/16').expect(409);
    await (
      await portal.runner(gone.body.run.id)
    ).apply({
      ...appliedResult,
      outputs: {},
      state: { ...appliedResult.state, managed: [] },
    });

    expect((await ask('10.20.0.0/16')).status).toBe(202);
  });

  it('is free again when nothing of the network came to stand, until that is tried again', async () => {
    const { body } = await ask('10.20.0.0/16').expect(202);
    const runner = await portal.runner(body.run.id);
    await runner.result({
      outcome: 'failed',
      applyStarted: false,
      failure: { code: 'plan_failed', message: 'no' },
    });

    await ask('10.20.0.0/16').expect(202);

    const retry = await portal.post(
      `/runs/${body.run.id}/retry`,
      asUser('ana'),
      { bundle: 'same' },
    );
    expect(retry.status).toBe(409);
    expect(retry.body.error.message).toContain('overlaps 10.20.0.0/16');
  });
});
