import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { startLocalAws, type LocalAws } from '@terrastage/local/testing';
import catalogModuleCognito from './index';
import { CognitoUserPool } from './pool';
import { createTestPool, type TestPool } from './testing/createTestPool';

jest.setTimeout(60_000);

const GROUPS = `apiVersion: backstage.io/v1alpha1
kind: Group
metadata: {name: payments}
spec: {type: team, children: []}
`;

const ANA = `apiVersion: backstage.io/v1alpha1
kind: User
metadata: {name: ana}
spec:
  profile: {email: ana@example.com}
  memberOf: [payments]
`;

describe('the module in a portal', () => {
  const environment = process.env;
  let aws: LocalAws;
  let pool: TestPool;
  let folder: string;

  beforeAll(async () => {
    aws = await startLocalAws();
    process.env = { ...environment, ...aws.env };
  });

  afterAll(async () => {
    process.env = environment;
    await aws.stop();
  });

  beforeEach(async () => {
    pool = await createTestPool(aws.url);
    folder = await mkdtemp(join(tmpdir(), 'users-module-'));
    await writeFile(join(folder, 'groups.yaml'), GROUPS);
    await writeFile(join(folder, 'users.yaml'), ANA);
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  async function startPortal(users: object) {
    const events: unknown[][] = [];
    const scheduler = mockServices.scheduler.mock();
    const auditor = mockServices.auditor.mock({
      createEvent: jest.fn(async ({ eventId, meta }) => ({
        success: async () => {
          events.push([eventId, meta?.action, meta?.subject, 'success']);
        },
        fail: async ({ error }: { error: Error }) => {
          events.push([eventId, meta?.action, meta?.subject, error.name]);
        },
      })),
    });
    const backend = await startTestBackend({
      features: [
        catalogModuleCognito,
        scheduler.factory,
        auditor.factory,
        mockServices.rootConfig.factory({
          data: {
            terrastage: {
              users: {
                files: {
                  users: join(folder, 'users.yaml'),
                  groups: join(folder, 'groups.yaml'),
                },
                ...users,
              },
            },
          },
        }),
      ],
    });
    const [task] = scheduler.scheduleTask.mock.calls[0] ?? [];
    const sync = async () => (task!.fn as () => Promise<void>)();
    return { backend, task, sync, events };
  }

  it('syncs on a schedule, one portal at a time, with audit events', async () => {
    const { backend, task, sync, events } = await startPortal({
      cognito: { userPoolId: pool.userPoolId },
      schedule: { frequency: { minutes: 3 }, timeout: { minutes: 1 } },
    });

    await sync();
    await backend.stop();

    expect(task).toMatchObject({
      id: 'sync-users-to-cognito',
      scope: 'global',
      frequency: { minutes: 3 },
    });
    expect(
      await new CognitoUserPool(pool).find('ana@example.com'),
    ).toMatchObject({ managed: true, emailVerified: true });
    expect(events).toEqual([
      ['user-pool-change', 'create-group', 'payments', 'success'],
      ['user-pool-change', 'create-user', 'ana@example.com', 'success'],
      ['user-pool-change', 'add-to-group', 'ana@example.com', 'success'],
      ['user-sync', undefined, undefined, 'success'],
    ]);
  });

  it('fails its task and says so in the audit log when the files are not usable', async () => {
    const { backend, sync, events } = await startPortal({
      cognito: { userPoolId: pool.userPoolId },
    });
    await sync();
    await writeFile(join(folder, 'users.yaml'), '');

    await expect(sync()).rejects.toThrow('nothing was changed');
    await backend.stop();

    expect(events.pop()).toEqual([
      'user-sync',
      undefined,
      undefined,
      'DirectoryFileError',
    ]);
    expect(
      await new CognitoUserPool(pool).find('ana@example.com'),
    ).toMatchObject({ enabled: true });
  });

  it('does nothing where no pool is configured', async () => {
    const { backend, task } = await startPortal({});
    await backend.stop();

    expect(task).toBeUndefined();
  });

  it('names the key that is wrong', async () => {
    await expect(
      startPortal({ cognito: { userPoolId: 'x' }, maxRemovalShare: 20 }),
    ).rejects.toThrow('terrastage.users.maxRemovalShare');
  });
});
