import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AdminInitiateAuthCommand,
  CreateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { startLocalAws, type LocalAws } from '@terrastage/local/testing';
import { createTestPool, type TestPool } from '../testing/createTestPool';
import { runUsers } from './runUsers';

jest.setTimeout(60_000);

const GROUPS = `apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: payments
spec: {type: team, children: []}
`;

function userYaml(name: string): string {
  return `apiVersion: backstage.io/v1alpha1
kind: User
metadata:
  name: ${name}
spec:
  profile: {displayName: ${name}, email: ${name}@example.com}
  memberOf: [payments]
---
`;
}

describe('the users command', () => {
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
    folder = await mkdtemp(join(tmpdir(), 'users-command-'));
    await writeFile(join(folder, 'groups.yaml'), GROUPS);
    await people('ana', 'bruno');
    await writeFile(
      join(folder, 'app-config.yaml'),
      `terrastage:
  users:
    files: {users: users.yaml, groups: groups.yaml}
    cognito: {userPoolId: ${pool.userPoolId}}
`,
    );
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  async function people(...names: string[]) {
    await writeFile(join(folder, 'users.yaml'), names.map(userYaml).join(''));
  }

  async function users(line: string, { isTerminal = false } = {}) {
    let out = '';
    let err = '';
    const output = {
      out: (text: string) => {
        out += text;
      },
      err: (text: string) => {
        err += text;
      },
      isTerminal,
    };
    const code = await runUsers(line.split(' '), output, folder);
    return { code, out, err };
  }

  it('takes the name of a User entity for its email', async () => {
    await users('sync');

    const { code, out } = await users('disable ana');

    expect(code).toBe(0);
    expect(out).toContain('ana@example.com cannot log in any more');
  });

  it('says that nobody is called so', async () => {
    const { code, err } = await users('disable nobody');

    expect(code).toBe(1);
    expect(err).toContain('The users files have nobody called nobody');
  });

  it('shows the plan as a table and ends with 2 when there are changes', async () => {
    const { code, out } = await users('plan');

    expect(code).toBe(2);
    expect(out).toBe(
      [
        'WHO                CHANGE',
        'payments           create the group',
        'ana@example.com    create, ana',
        'ana@example.com    add to payments',
        'bruno@example.com  create, bruno',
        'bruno@example.com  add to payments',
        '',
      ].join('\n'),
    );
  });

  it('syncs, writes an audit line for each change, and then has nothing to do', async () => {
    const dryRun = await users('sync --dry-run');
    const sync = await users('sync');
    const plan = await users('plan');

    expect(dryRun).toMatchObject({ code: 2, err: '' });
    expect(sync.code).toBe(0);
    expect(sync.out).toContain('5 of 5 changes made.');
    const audit = sync.err
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(audit).toHaveLength(5);
    expect(audit[0]).toMatchObject({
      event: 'user-pool-change',
      action: 'create-group',
      subject: 'payments',
      outcome: 'success',
      userPoolId: pool.userPoolId,
    });
    expect(plan).toMatchObject({
      code: 0,
      out: 'In line: 2 people, nothing to change.\n',
    });
  });

  it('gives scripts JSON', async () => {
    const plan = await users('plan --json');
    await users('sync');
    const list = await users('--json list');

    expect(JSON.parse(plan.out).changes).toHaveLength(5);
    expect(JSON.parse(list.out).users).toEqual([
      expect.objectContaining({ email: 'ana@example.com', managed: true }),
      expect.objectContaining({ email: 'bruno@example.com' }),
    ]);
  });

  it('shows generated passwords once, at a terminal', async () => {
    const { code, out, err } = await users('sync --generate-passwords', {
      isTerminal: true,
    });

    const [, password] = /ana@example\.com {2,}(\S{20})\n/.exec(out) ?? [];
    expect(code).toBe(0);
    expect(await challengeOf('ana@example.com', password)).toBe(
      'NEW_PASSWORD_REQUIRED',
    );
    expect(err).not.toContain(password);
  });

  it('makes no password that would end in a file', async () => {
    const sync = await users('sync --generate-passwords');
    const plan = await users('plan');
    const wanted = await users('sync --generate-passwords --print-password');

    expect(sync.code).toBe(1);
    expect(sync.err).toContain('Standard output is not a terminal');
    expect(plan.code).toBe(2);
    expect(wanted.out).toContain('TEMPORARY PASSWORD, SHOWN ONCE');
  });

  it('resets a password', async () => {
    await users('sync');

    const refused = await users('reset-password ana@example.com');
    const { code, out, err } = await users('reset-password Ana@Example.com', {
      isTerminal: true,
    });

    const [, password] = /shown once: (\S+)/.exec(out) ?? [];
    expect(refused.code).toBe(1);
    expect(code).toBe(0);
    expect(await challengeOf('ana@example.com', password)).toBe(
      'NEW_PASSWORD_REQUIRED',
    );
    expect(JSON.parse(err)).toMatchObject({ action: 'reset-password' });
    expect(err).not.toContain(password);
  });

  it('disables until somebody enables, whatever syncs say', async () => {
    await users('sync');

    const dryRun = await users('disable ana@example.com --dry-run');
    await users('disable ana@example.com');
    const sync = await users('sync');
    const list = await users('list');
    await users('enable ana@example.com');
    const after = await users('list');

    expect(dryRun.out).toBe('Would do disable-user for ana@example.com.\n');
    expect(sync.out).toContain('disabled by hand (users enable <email>)');
    expect(list.out).toMatch(/ana@example\.com +ana +disabled by hand/);
    expect(after.out).toMatch(
      /ana@example\.com +ana +temporary password +payments/,
    );
  });

  it('says that an email is nobody’s', async () => {
    const { code, err } = await users('disable zoe@example.com');

    expect(code).toBe(1);
    expect(err).toContain('has the email zoe@example.com');
  });

  it('ends with 3 before too many lose their login, until allowed', async () => {
    await users('sync');
    await people('carla');

    const plan = await users('plan');
    const sync = await users('sync');
    const allowed = await users('sync --allow-removals');

    expect([plan.code, sync.code, allowed.code]).toEqual([3, 3, 0]);
    expect(plan.out).toContain('disable');
    expect(sync.err).toContain('2 of 2 people would lose their login');
  });

  it('ends with 4 on files that it cannot use, and changes nothing', async () => {
    await users('sync');
    await writeFile(join(folder, 'users.yaml'), '');

    const empty = await users('sync --allow-removals');
    await writeFile(join(folder, 'users.yaml'), userYaml('ana bruno'));
    const malformed = await users('sync');
    const list = await users('list --json');

    expect([empty.code, malformed.code]).toEqual([4, 4]);
    expect(empty.err).toContain('Nobody is disabled because of an empty file');
    expect(malformed.err).toContain('users.yaml:4:9 metadata.name: ');
    expect(
      JSON.parse(list.out).users.every(
        (user: { enabled: boolean }) => user.enabled,
      ),
    ).toBe(true);
  });

  it('says which pool is missing, and where nothing answers', async () => {
    const none = await users(
      'plan --user-pool-id us-east-1_nothere --endpoint-url http://127.0.0.1:9',
    );
    const gone = await users('plan --user-pool-id us-east-1_nothere');
    const help = await users('help');

    expect(none.err).toContain('Nothing answers at that address');
    expect(gone.err).toContain('There is no such user pool');
    expect(help.out).toContain('Exit codes:');
  });

  async function challengeOf(email: string, password: string) {
    const { client, userPoolId: UserPoolId } = pool;
    const { UserPoolClient } = await client.send(
      new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'test' }),
    );
    const { ChallengeName } = await client.send(
      new AdminInitiateAuthCommand({
        UserPoolId,
        ClientId: UserPoolClient!.ClientId,
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: email, PASSWORD: password },
      }),
    );
    return ChallengeName;
  }
});
