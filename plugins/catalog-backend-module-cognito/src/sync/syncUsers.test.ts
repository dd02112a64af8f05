import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  CreateGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { startLocalAws, type LocalAws } from '@terrastage/local/testing';
import type { Directory } from '../directory';
import { DEFAULT_REMOVAL_LIMITS } from '../plan';
import { CognitoUserPool } from '../pool';
import {
  createTestPool,
  testClient,
  type TestPool,
} from '../testing/createTestPool';
import { directoryOf, person } from '../testing/directories';
import { RecordedAuditLog } from '../testing/RecordedAuditLog';
import { startCountingProxy } from '../testing/startCountingProxy';
import { planUsers, syncUsers, type SyncUsersOptions } from './syncUsers';

jest.setTimeout(120_000);

describe('syncUsers against the local AWS', () => {
  let aws: LocalAws;
  let testPool: TestPool;
  let pool: CognitoUserPool;
  let audit: RecordedAuditLog;

  beforeAll(async () => {
    aws = await startLocalAws();
  });

  afterAll(async () => {
    await aws.stop();
  });

  beforeEach(async () => {
    testPool = await createTestPool(aws.url);
    pool = new CognitoUserPool(testPool);
    audit = new RecordedAuditLog();
  });

  function sync(directory: Directory, options: Partial<SyncUsersOptions> = {}) {
    return syncUsers({
      directory: async () => directory,
      pool,
      audit,
      invite: () => ({ by: 'email' }),
      limits: DEFAULT_REMOVAL_LIMITS,
      ...options,
    });
  }

  async function seen(email: string) {
    const { users } = await pool.read(['payments', 'storefront', 'platform']);
    return users.find(user => user.email === email);
  }

  const ana = person('ana', { name: 'Ana', groups: ['payments'] });
  const bruno = person('bruno', { groups: ['payments', 'platform'] });
  const team = directoryOf([ana, bruno]);

  it('creates groups and people, marked, with a verified email', async () => {
    const { applied, failed } = await sync(team);

    expect(failed).toEqual([]);
    expect(applied).toHaveLength(7);
    expect(await seen('ana@example.com')).toMatchObject({
      name: 'Ana',
      managed: true,
      emailVerified: true,
      enabled: true,
      status: 'FORCE_CHANGE_PASSWORD',
      groups: ['payments'],
    });
    expect(audit.lines()).toEqual(
      expect.arrayContaining([
        'create-group payments success',
        'create-user ana@example.com success',
        'add-to-group bruno@example.com success',
      ]),
    );
  });

  it('changes nothing the second time, and only reads', async () => {
    await sync(team);
    const proxy = await startCountingProxy(aws.url);
    const counted = new CognitoUserPool({
      ...testPool,
      client: testClient(proxy.url),
    });
    audit = new RecordedAuditLog();

    const { applied } = await sync(team, { pool: counted });
    await proxy.stop();

    expect(applied).toEqual([]);
    expect(audit.entries).toEqual([]);
    expect(Object.fromEntries(proxy.calls)).toEqual({
      DescribeUserPool: 1,
      ListUsers: 1,
      ListGroups: 1,
      ListUsersInGroup: 2,
    });
  });

  it('reads every page of users, groups and members', async () => {
    const people = Array.from({ length: 61 }, (_, index) =>
      person(`p${index}`, { groups: ['payments', `g${index}`] }),
    );

    const first = await sync(directoryOf(people));
    const second = await sync(directoryOf(people));

    expect(first.failed).toEqual([]);
    expect(second.plan.changes).toEqual([]);
  });

  it('changes a name', async () => {
    await sync(team);

    await sync(directoryOf([{ ...ana, name: 'Ana Ribeiro' }, bruno]));

    expect(await seen('ana@example.com')).toMatchObject({
      name: 'Ana Ribeiro',
      emailVerified: true,
    });
  });

  it('moves somebody to another group', async () => {
    await sync(team);

    await sync(directoryOf([{ ...ana, groups: ['storefront'] }, bruno]));

    expect(await seen('ana@example.com')).toMatchObject({
      groups: ['storefront'],
    });
  });

  it('disables somebody who left, and lets him in again when he is back', async () => {
    await sync(team);

    await sync(directoryOf([ana], ['payments', 'platform']));
    const away = await seen('bruno@example.com');
    await sync(team);
    const back = await seen('bruno@example.com');

    expect(away).toMatchObject({
      enabled: false,
      disabledBySync: true,
      groups: [],
    });
    expect(back).toMatchObject({
      enabled: true,
      disabledBySync: false,
      groups: ['payments', 'platform'],
      username: away?.username,
    });
  });

  it('does not let in again whom somebody disabled by hand', async () => {
    await sync(team);
    const { username } = (await seen('ana@example.com'))!;
    await testPool.client.send(
      new AdminDisableUserCommand({
        UserPoolId: testPool.userPoolId,
        Username: username,
      }),
    );

    const { plan } = await sync(team);

    expect(await seen('ana@example.com')).toMatchObject({ enabled: false });
    expect(plan.leftAlone).toEqual([
      expect.objectContaining({ reason: 'disabled-by-hand' }),
    ]);
  });

  it('leaves users alone whom somebody else made, until told to take over', async () => {
    const { client, userPoolId } = testPool;
    await client.send(
      new AdminCreateUserCommand({
        UserPoolId: userPoolId,
        Username: 'ana@example.com',
        UserAttributes: [{ Name: 'name', Value: 'Somebody' }],
      }),
    );

    const first = await sync(team);
    const before = await seen('ana@example.com');
    await sync(team, { adopt: true });
    const after = await seen('ana@example.com');

    expect(first.plan.leftAlone).toEqual([
      expect.objectContaining({ reason: 'unmanaged-in-files' }),
    ]);
    expect(before).toMatchObject({ name: 'Somebody', managed: false });
    expect(after).toMatchObject({
      name: 'Ana',
      managed: true,
      emailVerified: true,
    });
  });

  it('stops before too many lose their login', async () => {
    await sync(team);
    const someoneElse = directoryOf([person('carla')], ['payments']);

    await expect(sync(someoneElse)).rejects.toThrow(
      '2 of 2 people would lose their login',
    );

    expect(await seen('ana@example.com')).toMatchObject({ enabled: true });
    expect(await seen('carla@example.com')).toBeUndefined();
  });

  it('takes them when told to', async () => {
    await sync(team);

    const { failed } = await sync(directoryOf([person('carla')]), {
      allowRemovals: true,
    });

    expect(failed).toEqual([]);
    expect(await seen('ana@example.com')).toMatchObject({ enabled: false });
  });

  it('ends in the same state when two portals sync at once', async () => {
    const people = Array.from({ length: 12 }, (_, index) =>
      person(`p${index}`, { groups: ['payments', 'platform'] }),
    );
    const directory = directoryOf(people);
    const options = {
      invite: () => ({
        by: 'none' as const,
        temporaryPassword: 'Temporary-pass-1',
      }),
    };

    const [one, other] = await Promise.all([
      sync(directory, options),
      sync(directory, options),
    ]);

    expect([...one.failed, ...other.failed]).toEqual([]);
    const passwords = [...one.passwords.keys(), ...other.passwords.keys()];
    expect(passwords).toHaveLength(people.length);
    const { changes } = await planUsers({
      directory: async () => directory,
      pool,
    });
    expect(changes).toEqual([]);
  });

  it('slows down and gets through when Cognito has too many requests', async () => {
    const proxy = await startCountingProxy(aws.url, {
      throttle: call => call % 4 === 0,
    });
    const throttled = new CognitoUserPool({
      ...testPool,
      client: testClient(proxy.url),
    });

    const { failed } = await sync(team, { pool: throttled });
    await proxy.stop();

    expect(failed).toEqual([]);
    expect(proxy.throttled()).toBeGreaterThan(1);
    const { changes } = await planUsers({ directory: async () => team, pool });
    expect(changes).toEqual([]);
  });

  it('goes on with the others when one change fails, and says which', async () => {
    const { client, userPoolId } = testPool;
    await sync(directoryOf([ana]));
    await client.send(
      new CreateGroupCommand({ UserPoolId: userPoolId, GroupName: 'platform' }),
    );
    const broken = new CognitoUserPool(testPool);
    broken.addToGroup = async () => {
      throw new Error('no such luck');
    };

    const { failed, applied } = await sync(
      directoryOf([{ ...ana, name: 'Ana R.' }, bruno]),
      { pool: broken },
    );

    expect(applied.map(({ kind }) => kind).sort()).toEqual([
      'create-user',
      'update-user',
    ]);
    expect(failed).toEqual([
      expect.objectContaining({
        change: expect.objectContaining({ email: 'bruno@example.com' }),
      }),
    ]);
    expect(audit.lines()).toContain('add-to-group bruno@example.com failure');
  });

  it('finds its users again in whatever case the email was typed', async () => {
    await sync(team);

    await expect(pool.find('Ana@Example.com')).resolves.toMatchObject({
      name: 'Ana',
    });
    await expect(pool.find('nobody@example.com')).rejects.toThrow(
      'has the email nobody@example.com',
    );
  });

  it('refuses a pool in which anybody can sign up', async () => {
    const open = await createTestPool(aws.url, {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
      Schema: [],
    });

    const attempt = sync(team, { pool: new CognitoUserPool(open) });

    await expect(attempt).rejects.toThrow(
      /Anybody can sign up: .*\n- It has no attribute custom:managed-by: add schema/,
    );
  });
});
