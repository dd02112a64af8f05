import { parseConfig } from '@togglemaster/kit';
import { ApiClient, makeKey, type Json } from '@togglemaster/local';
import {
  startTestPlatform,
  until,
  type TestPlatform,
} from '@togglemaster/local/testing';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { authService } from '../services/auth/src/index.ts';
import { holdLock } from './support/holdLock.ts';

const ATTEMPTS = 5;
const ADDRESS_ATTEMPTS = 60;
const PASSWORD = 'correct horse battery';
let given: TestPlatform;
let auth: string;
const anyone = new ApiClient();

before(async () => {
  given = await startTestPlatform({
    env: {
      auth: {
        LOGIN_ATTEMPTS_PER_ACCOUNT: String(ATTEMPTS),
        LOGIN_ATTEMPTS_PER_ADDRESS: String(ADDRESS_ATTEMPTS),
        PROXIES: '1',
      },
      flag: { LOG_LEVEL: 'info' },
    },
  });
  auth = `${given.platform.urls.auth}/auth`;
});
after(() => given?.stop());

const register = (email: string, password = PASSWORD) =>
  anyone.call('POST', `${auth}/register`, { email, password });
/** What the proxy in front says; without it, it is this machine. */
const through = (address: string | undefined): Record<string, string> =>
  address === undefined ? {} : { 'x-forwarded-for': address };
const login = (email: string, password = PASSWORD, address?: string) =>
  anyone.call('POST', `${auth}/login`, { email, password }, through(address));
const refresh = (refreshToken: string, address?: string) =>
  anyone.call('POST', `${auth}/refresh`, { refreshToken }, through(address));
const logout = (refreshToken: string) =>
  anyone.call('POST', `${auth}/logout`, { refreshToken });
const session = async (email: string): Promise<Json> => {
  await register(email);
  return (await login(email)).body;
};
const validate = (headers: Record<string, string>) =>
  anyone.call('GET', `${auth}/validate`, undefined, headers);

const shape = ({ status, body }: { status: number; body: Json }) => {
  const { instance: _instance, ...rest } = body;
  return { status, rest };
};

describe('registering', () => {
  it('makes a viewer, whoever asks', async () => {
    await register('vera@example.com');

    const { body } = await login('Vera@Example.com');

    const who = await validate({ authorization: `Bearer ${body.accessToken}` });
    assert.equal(who.body.role, 'viewer');
  });

  it('answers alike whether the address is taken', async () => {
    const first = await register('twin@example.com');
    const second = await register('twin@example.com', 'another password');

    assert.deepEqual(second.body, first.body);
    assert.equal(second.status, first.status);
    assert.equal((await login('twin@example.com')).status, 200);
    assert.equal(
      (await login('twin@example.com', 'another password')).status,
      401,
    );
  });

  const refused: [string, object][] = [
    ['a role', { role: 'admin' }],
    ['a team', { team: 'platform' }],
    ['11 characters', { password: 'x'.repeat(11) }],
    ['129 characters', { password: 'x'.repeat(129) }],
    ['an operator object as address', { email: { $gt: '' } }],
    ['no address', { email: 'vera' }],
  ];
  for (const [name, change] of refused) {
    it(`refuses ${name}`, async () => {
      const { status } = await anyone.call('POST', `${auth}/register`, {
        email: 'new@example.com',
        password: PASSWORD,
        ...change,
      });

      assert.equal(status, 400);
    });
  }
});

describe('the first admin', () => {
  const body = { email: 'second@example.com', password: PASSWORD };

  it('is the only one that the bootstrap secret makes', async () => {
    const secret = given.secrets.bootstrapSecret;

    const { status } = await anyone.call('POST', `${auth}/bootstrap`, {
      ...body,
      secret,
    });

    assert.equal(status, 403);
  });

  it('is refused alike for a wrong secret', async () => {
    const right = await anyone.call('POST', `${auth}/bootstrap`, {
      ...body,
      secret: given.secrets.bootstrapSecret,
    });
    const wrong = await anyone.call('POST', `${auth}/bootstrap`, {
      ...body,
      secret: 'wrong',
    });

    assert.deepEqual(shape(wrong), shape(right));
  });

  it('is one, also of two who ask at once', async () => {
    const service = await authService.create(
      parseConfig(authService.config, {
        DATABASE_URL: await given.platform.postgres.database('auth_at_once'),
        SIGNING_KEY_SECRET: given.secrets.signingKeySecret,
        BOOTSTRAP_SECRET: given.secrets.bootstrapSecret,
        LOG_LEVEL: 'silent',
      }),
    );
    const ask = async (email: string) => {
      const answer = await service.app.inject({
        method: 'POST',
        url: '/auth/bootstrap',
        payload: {
          email,
          password: PASSWORD,
          secret: given.secrets.bootstrapSecret,
        },
      });
      return shape({ status: answer.statusCode, body: answer.json() });
    };
    try {
      const both = await Promise.all([
        ask('one@example.com'),
        ask('two@example.com'),
      ]);
      const late = await ask('three@example.com');

      const [made, refused] = both.toSorted((a, b) => a.status - b.status);
      assert.equal(made!.status, 201);
      assert.deepEqual(refused, late);
      assert.equal(late.status, 403);
    } finally {
      await service.app.close();
      await service.close();
    }
  });

  it('gives others their roles and keeps the last admin', async () => {
    await register('eddy@example.com');
    const { users } = await given.admin.must('GET', `${auth}/users`);
    const id = (email: string) =>
      users.find((user: Json) => user.email === email).id;

    const eddy = await given.admin.call(
      'PUT',
      `${auth}/users/${id('eddy@example.com')}/role`,
      { role: 'editor' },
    );
    const last = await given.admin.call(
      'PUT',
      `${auth}/users/${id('admin@example.com')}/role`,
      { role: 'viewer' },
    );

    assert.equal(eddy.body.role, 'editor');
    assert.equal(last.status, 409);
  });
});

describe('logging in', () => {
  it('answers alike for an unknown user and a wrong password', async () => {
    await register('known@example.com');

    const wrong = await login('known@example.com', 'wrong password');
    const unknown = await login('nobody@example.com', 'wrong password');

    assert.equal(wrong.status, 401);
    assert.deepEqual(shape(unknown), shape(wrong));
  });

  it('is refused with Retry-After after too many attempts', async () => {
    for (const email of ['target@example.com', 'ghost@example.com']) {
      for (let i = 0; i < ATTEMPTS; i++) await login(email, 'wrong password');

      const { status, headers } = await login(email);

      assert.equal(status, 429);
      assert.ok(Number(headers.get('retry-after')) > 0);
    }
  });
});

describe('the limit of an address', () => {
  const times = (count: number, work: (i: number) => Promise<unknown>) =>
    Promise.all(Array.from({ length: count }, (_, i) => work(i)));

  it('holds for the one that the proxy names, and for no other', async () => {
    const guess = (i: number | string, address: string) =>
      login(`guess-${i}@example.com`, 'wrong password', address);
    await times(ADDRESS_ATTEMPTS, i => guess(i, '203.0.113.1'));

    const same = await guess('more', '203.0.113.1');
    const disguised = await guess('more', '198.51.100.7, 203.0.113.1');
    const other = await guess('more', '203.0.113.2');

    assert.equal(same.status, 429);
    assert.equal(disguised.status, 429);
    assert.equal(other.status, 401);
  });

  it('counts refreshes that fail, apart from logins', async () => {
    const address = '203.0.113.3';
    const { refreshToken } = await session('neighbour@example.com');
    await times(ADDRESS_ATTEMPTS, () => refresh('tmr_rubbish', address));

    const rubbish = await refresh('tmr_rubbish', address);
    const good = await refresh(refreshToken, address);
    const back = await login('neighbour@example.com', PASSWORD, address);

    assert.equal(rubbish.status, 429);
    assert.ok(Number(rubbish.headers.get('retry-after')) > 0);
    assert.equal(good.status, 200);
    assert.equal(back.status, 200);
  });

  it('does not count a refresh that is good', async () => {
    let { refreshToken } = await session('steady@example.com');

    for (let i = 0; i <= ADDRESS_ATTEMPTS; i++) {
      const { status, body } = await refresh(refreshToken, '203.0.113.4');
      assert.equal(status, 200);
      ({ refreshToken } = body);
    }
  });
});

describe('a session', () => {
  it('goes on with a new refresh token each time', async () => {
    const first = await session('rita@example.com');

    const second = await refresh(first.refreshToken);
    const third = await refresh(second.body.refreshToken);

    assert.equal(third.status, 200);
    assert.notEqual(second.body.refreshToken, first.refreshToken);
  });

  it('ends, thief and owner, when a refresh token comes twice', async () => {
    const first = await session('theft@example.com');
    const second = await refresh(first.refreshToken);

    const again = await refresh(first.refreshToken);

    assert.equal(again.status, 401);
    assert.equal((await refresh(second.body.refreshToken)).status, 401);
  });

  it('can not be refreshed after a logout', async () => {
    const { refreshToken } = await session('leo@example.com');

    const out = await logout(refreshToken);

    assert.equal(out.status, 204);
    assert.equal((await refresh(refreshToken)).status, 401);
  });

  const ends: [string, (first: string, second: string) => Promise<unknown>][] =
    [
      ['a logout', (_first, second) => logout(second)],
      ['a used token', first => refresh(first)],
    ];
  for (const [i, [name, end]] of ends.entries()) {
    it(`is ended by ${name} that comes while it is refreshed`, async () => {
      const email = `race-${i}@example.com`;
      const { refreshToken: first } = await session(email);
      const second = (await refresh(first)).body.refreshToken;
      // A new token refers to its user: it is made, and can not be committed.
      const lock = await holdLock(
        await given.platform.postgres.database('auth'),
        'SELECT 1 FROM users WHERE email = $1 FOR UPDATE',
        [email],
      );
      const racing: Promise<Json>[] = [];
      try {
        racing.push(refresh(second));
        await lock.waiting(1);
        racing.push(end(first, second));
        await lock.waiting(2);
      } finally {
        await lock.free();
      }

      const [third] = await Promise.all(racing);

      assert.equal(third.status, 200);
      assert.equal((await refresh(third.body.refreshToken)).status, 401);
    });
  }

  it('is not opened by an unknown refresh token', async () => {
    assert.equal((await refresh('tmr_unknown')).status, 401);
  });
});

describe('the published keys', () => {
  it('hold the current and the next one, and nothing private', async () => {
    const { body } = await anyone.call(
      'GET',
      `${given.platform.urls.auth}/.well-known/jwks.json`,
    );

    assert.equal(body.keys.length, 2);
    for (const key of body.keys) {
      assert.equal(key.alg, 'ES256');
      assert.ok(key.kid);
      assert.equal(key.d, undefined);
    }
  });
});

describe('an API key', () => {
  it('is shown once and listed without its secret', async () => {
    const key = await makeKey(given.platform, given.admin, { name: 'Listed' });

    const { keys } = await given.admin.must('GET', `${auth}/keys`);

    const listed = keys.find((entry: Json) => entry.name === 'Listed');
    assert.ok(key.startsWith(listed.hint));
    assert.ok(!JSON.stringify(keys).includes(key));
    assert.match(key, /^tm_dev_server_[A-Za-z0-9_-]{43}$/);
  });

  it('tells its project, environment and scopes', async () => {
    const { body } = await validate({ 'x-api-key': given.key });

    assert.equal(body.project, 'demo');
    assert.equal(body.environment, 'dev');
    assert.ok(body.scopes.includes('evaluate'));
  });

  it('is refused once it is revoked', async () => {
    const key = await makeKey(given.platform, given.admin, { name: 'Gone' });
    const { keys } = await given.admin.must('GET', `${auth}/keys`);
    const { id } = keys.find((entry: Json) => entry.name === 'Gone');

    const first = await given.admin.call('DELETE', `${auth}/keys/${id}`);
    const second = await given.admin.call('DELETE', `${auth}/keys/${id}`);

    assert.deepEqual([first.status, second.status], [204, 404]);
    assert.equal((await validate({ 'x-api-key': key })).status, 401);
  });

  it('is refused after its end', async () => {
    const key = await makeKey(given.platform, given.admin, {
      expiresAt: '2020-01-01T00:00:00Z',
    });

    assert.equal((await validate({ 'x-api-key': key })).status, 401);
  });

  it('for browsers may evaluate and nothing else', async () => {
    const { status } = await given.admin.call('POST', `${auth}/keys`, {
      name: 'Browser',
      type: 'client',
      project: 'demo',
      environment: 'dev',
      scopes: ['evaluate', 'flags:write'],
    });

    assert.equal(status, 400);
  });

  it('does not reach another project or environment', async () => {
    const { urls } = given.platform;
    const key = new ApiClient({ 'x-api-key': given.key });

    for (const url of [
      `${urls.flag}/flags?project=other`,
      `${urls.targeting}/targeting/rules?project=demo&environment=prod`,
      `${urls.targeting}/targeting/changes?project=demo&environment=prod`,
      `${urls.targeting}/targeting/audit?project=demo&environment=prod`,
      `${urls.flag}/flags/changes?project=demo&environment=prod`,
      `${urls.flag}/flags/audit?project=demo&environment=prod`,
      `${urls.analytics}/analytics/stats?project=demo&environment=prod`,
    ]) {
      assert.equal((await key.call('GET', url)).status, 404);
    }
  });

  it("reads of changes and audit what is its own environment's", async () => {
    const { urls } = given.platform;
    const services = [`${urls.flag}/flags`, `${urls.targeting}/targeting`];
    const [flag] = (
      await given.admin.must('GET', `${services[0]}?project=demo`)
    ).flags;
    const applyAt = '2100-01-01T00:00:00Z';
    for (const environment of ['dev', 'prod']) {
      await given.admin.must(
        'PUT',
        `${services[0]}/${flag.id}/environments/${environment}?applyAt=${applyAt}`,
        flag.environments[environment],
      );
      await given.admin.must(
        'PUT',
        `${services[1]}/segments/people?project=demo&environment=${environment}&applyAt=${applyAt}`,
        { name: 'People', included: [], excluded: [], conditions: [] },
      );
    }
    const key = new ApiClient({ 'x-api-key': given.key });

    for (const service of services) {
      const { changes } = await key.must(
        'GET',
        `${service}/changes?project=demo`,
      );
      const { entries } = await key.must(
        'GET',
        `${service}/audit?project=demo`,
      );

      const environments = [...changes, ...entries].map(
        (one: Json) => one.environment,
      );
      assert.ok(changes.length > 0 && entries.length > changes.length);
      assert.deepEqual([...new Set(environments)], ['dev']);
      for (const { before, after } of entries) {
        for (const content of [before, after]) {
          const kept = Object.keys(content?.environments ?? { dev: {} });
          assert.deepEqual(kept, ['dev']);
        }
      }
    }
  });
});

describe('every service', () => {
  const routes: [
    string,
    'auth' | 'flag' | 'targeting' | 'evaluation' | 'analytics',
    string,
  ][] = [
    ['GET', 'auth', '/auth/users'],
    ['GET', 'flag', '/flags?project=demo'],
    ['GET', 'targeting', '/targeting/rules?project=demo&environment=dev'],
    ['POST', 'evaluation', '/evaluate'],
    ['GET', 'analytics', '/analytics/stats?project=demo&environment=dev'],
  ];
  const tokens: [string, string][] = [
    ['no token', ''],
    ['a token that is none', 'Bearer a.b.c'],
    [
      'alg none',
      'Bearer eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.eyJzdWIiOiJ1MSIsInJvbGUiOiJhZG1pbiIsImlzcyI6InRvZ2dsZW1hc3Rlci1hdXRoIiwiYXVkIjoidG9nZ2xlbWFzdGVyIiwiZXhwIjo0MTAyNDQ0ODAwfQ.',
    ],
    ['an unknown key', 'Bearer tm_dev_server_unknown'],
  ];
  for (const [method, service, path] of routes) {
    it(`refuses bad credentials alike on ${service}`, async () => {
      const url = `${given.platform.urls[service]}${path}`;
      const body = method === 'POST' ? { flag: 'theme' } : undefined;

      const answers = await Promise.all(
        tokens.map(([, authorization]) =>
          anyone.call(method, url, body, { authorization }),
        ),
      );

      for (const answer of answers) {
        assert.equal(answer.status, 401);
        assert.deepEqual(shape(answer), shape(answers[0]!));
      }
    });
  }

  it('asks for the role: a viewer may read flags, not make them', async () => {
    await register('reader@example.com');
    const { body } = await login('reader@example.com');
    const reader = new ApiClient({
      authorization: `Bearer ${body.accessToken}`,
    });
    const { flag, auth: authUrl } = given.platform.urls;

    const read = await reader.call('GET', `${flag}/flags?project=demo`);
    const write = await reader.call('POST', `${flag}/flags`, {});
    const admin = await reader.call('GET', `${authUrl}/auth/keys`);

    assert.deepEqual(
      [read.status, write.status, admin.status],
      [200, 403, 403],
    );
  });

  it('carries the request id on to the services that it asks', async () => {
    const { urls } = given.platform;
    const id = 'crossing-services-1';

    await given.admin.call(
      'PUT',
      `${urls.targeting}/targeting/segments/crossing?project=demo&environment=dev`,
      { name: 'Crossing', included: [], excluded: [], conditions: [] },
      { 'x-request-id': id },
    );

    for (const name of ['targeting', 'flag'] as const) {
      await until(`the request id in the log of ${name}`, () =>
        given.platform.service(name).log().includes(id),
      );
    }
  });

  it('writes no credential into its log', async () => {
    for (const [, service] of given.platform.services) {
      assert.doesNotMatch(service.log(), /tm_dev_server_|eyJ|tmr_/);
      assert.ok(!service.log().includes(PASSWORD));
    }
  });
});
