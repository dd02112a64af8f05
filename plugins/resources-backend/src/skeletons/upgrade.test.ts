import { bundleOf, MANIFEST } from '../testing/builders';
import { ChangingPortal, updatePlan } from '../testing/ChangingPortal';
import { asService, asUser, viaScaffolder } from '../testing/people';
import { usePostgres } from '../testing/testDatabase';
import { TestPortal } from '../testing/TestPortal';

jest.setTimeout(60_000);

const newDatabase = usePostgres();

const changelog = `# Changelog

## 1.4.0

- Objects can be locked.

## 1.3.0

- Access logs.

## 1.2.3

- The first.
`;

describe('versions of a template', () => {
  let portal: TestPortal;
  let changing: ChangingPortal;

  beforeAll(async () => {
    const { knex } = await newDatabase();
    portal = await TestPortal.start({ knex, runs: { maxConcurrent: 50 } });
    changing = new ChangingPortal(portal);
  });

  afterAll(async () => {
    await portal.stop();
    await portal.killRunners();
  });

  const upgrade = (id: string, authorization = asUser('ana')) =>
    portal.post(`/resources/${id}/upgrade`, authorization);

  it.each([
    ['a user', asUser('pia')],
    ['the scaffolder for a user', viaScaffolder('pia')],
    ['another plugin', asService('plugin:catalog')],
  ])('are not published by %s', async (_, authorization) => {
    const { status } = await changing.publish('1.2.3', { authorization });

    expect(status).toBe(403);
  });

  it('give their type its title', async () => {
    await changing.publish('1.2.3');

    const { body } = await portal.get('/options', asUser('ana'));

    expect(body.types).toEqual([{ name: 's3-bucket', title: 'S3 bucket' }]);
  });

  it('are refused where the files make another type', async () => {
    const { status, body } = await portal.put(
      '/skeletons/queue',
      asService('plugin:scaffolder'),
      {
        name: 'queue',
        bundle: changing.request(await changing.active()).bundle,
      },
    );

    expect(status).toBe(400);
    expect(body.error.message).toContain("makes 's3-bucket'");
  });

  it('show as an upgrade, in the list and with what has changed since', async () => {
    const resource = await changing.active();
    await changing.publish('1.4.0', { changelog }).expect(200);

    const detail = await changing.resource(resource.id);
    const list = await portal.get('/resources?limit=1', asUser('ana'));

    expect(detail).toMatchObject({
      templateVersion: '1.2.3',
      upgradeVersion: '1.4.0',
      template: {
        version: '1.4.0',
        commit: 'f'.repeat(40),
        upgrade: {
          version: '1.4.0',
          changelog: [
            { version: '1.4.0', text: '- Objects can be locked.' },
            { version: '1.3.0', text: '- Access logs.' },
          ],
        },
      },
      actions: { upgrade: true },
    });
    expect(list.body.items[0].upgradeVersion).toBe('1.4.0');
  });

  it('are taken by a plan with the present values that somebody confirms', async () => {
    const resource = await changing.active();
    await changing.publish('1.4.0').expect(200);

    const { body } = await upgrade(resource.id).expect(202);
    await changing.park(body.run.id);
    await changing.decide('confirm', body.run.id, {
      planDigest: updatePlan.digest,
    });
    await changing.applied(body.run.id);
    const after = await changing.resource(resource.id);
    const again = await upgrade(resource.id);

    expect(body.run.versions).toEqual({ from: '1.2.3', to: '1.4.0' });
    expect(after).toMatchObject({
      inputs: resource.inputs,
      parameters: resource.parameters,
      templateVersion: '1.4.0',
      actions: { upgrade: false },
    });
    expect(after.upgradeVersion).toBeUndefined();
    expect(again.status).toBe(409);
    expect(again.body.error.message).toContain('has version 1.4.0 already');
  });

  it('that the values no longer fit are refused by the field', async () => {
    const resource = await changing.active();
    await portal
      .put('/skeletons/s3-bucket', asService('plugin:scaffolder'), {
        name: 's3-bucket',
        bundle: bundleOf({
          'terrastage.yaml': MANIFEST.replace('1.2.3', '1.5.0').replace(
            'required: [bucket_name]',
            'required: [bucket_name, days]',
          ),
        }),
      })
      .expect(200);

    const { status, body } = await upgrade(resource.id);

    expect(status).toBe(400);
    expect(body.error.message).toContain('variables.days: is required');
  });

  it('are planned by nobody of another team', async () => {
    const resource = await changing.active();

    expect((await upgrade(resource.id, asUser('bob'))).status).toBe(404);
  });

  it('that are deprecated say so; one that is retired is no upgrade', async () => {
    const resource = await changing.active();
    await changing.publish('1.6.0', {
      manifest: 'deprecated: { since: 1.6.0, message: Use archives }\n',
    });
    const deprecated = await changing.resource(resource.id);
    await changing.publish('1.7.0', {
      manifest: 'retired: { since: 1.7.0, message: Use archives }\n',
    });

    const retired = await changing.resource(resource.id);
    const refused = await upgrade(resource.id);

    expect(deprecated.template).toMatchObject({
      deprecated: { since: '1.6.0', message: 'Use archives' },
      upgrade: { version: '1.6.0' },
    });
    expect(retired.template?.retired?.message).toBe('Use archives');
    expect(retired.upgradeVersion).toBeUndefined();
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain('is retired: Use archives');
  });
});
