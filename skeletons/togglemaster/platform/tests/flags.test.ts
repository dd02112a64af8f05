import { ApiClient, makeKey, signIn, type Json } from '@togglemaster/local';
import {
  startTestPlatform,
  until,
  type TestPlatform,
} from '@togglemaster/local/testing';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { holdLock } from './support/holdLock.ts';

const PASSWORD = 'correct horse battery';
let given: TestPlatform;
let flags: string;
let targeting: string;
let admin: ApiClient;
let editor: ApiClient;

before(async () => {
  given = await startTestPlatform({
    env: {
      evaluation: { FLUSH_SECONDS: '0.2' },
      analytics: { POLL_SECONDS: '1' },
    },
  });
  const { platform } = given;
  admin = given.admin;
  flags = `${platform.urls.flag}/flags`;
  targeting = `${platform.urls.targeting}/targeting`;
  editor = await person('eva@example.com', 'editor');
});
after(() => given?.stop());

const person = async (email: string, role: string): Promise<ApiClient> => {
  const auth = `${given.platform.urls.auth}/auth`;
  await admin.must('POST', `${auth}/register`, { email, password: PASSWORD });
  const { users } = await admin.must('GET', `${auth}/users`);
  const { id } = users.find((user: Json) => user.email === email);
  await admin.must('PUT', `${auth}/users/${id}/role`, { role });
  return signIn(given.platform, email, PASSWORD);
};
/** As audit entries name them. */
const actor = async (client: ApiClient): Promise<string> => {
  const url = `${given.platform.urls.auth}/auth/validate`;
  const { kind, id } = await client.must('GET', url);
  return `${kind}:${id}`;
};

let count = 0;
const newFlag = (change: object = {}) => {
  count += 1;
  return {
    project: 'demo',
    key: `flag-${count}`,
    type: 'boolean',
    variants: { on: true, off: false },
    defaultVariant: 'on',
    offVariant: 'off',
    ...change,
  };
};
const make = (change: object = {}): Promise<Json> =>
  editor.must('POST', flags, newFlag(change));
const read = (flag: Json): Promise<Json> =>
  editor.must('GET', `${flags}/${flag.id}`);
const settingsUrl = (flag: Json, environment = 'dev') =>
  `${flags}/${flag.id}/environments/${environment}`;
const turnOn = (flag: Json, environment = 'dev', query = '') =>
  editor.call('PUT', `${settingsUrl(flag, environment)}${query}`, {
    ...flag.environments[environment],
    enabled: true,
  });
const definition = (flag: Json) => {
  const { description, variants, tags, permanent, revision } = flag;
  return { description, variants, tags, permanent, revision };
};
const environmentsUrl = (project: string) =>
  `${given.platform.urls.flag}/projects/${project}/environments`;
const makeEnvironment = (project: string, key: string) =>
  admin.must('POST', environmentsUrl(project), {
    key,
    name: key,
    protected: false,
  });
const makeProject = async (key: string, environments: string[]) => {
  const url = `${given.platform.urls.flag}/projects`;
  await admin.must('POST', url, { key, name: key });
  for (const name of environments) await makeEnvironment(key, name);
};
const evaluate = async (key: string, context: object = {}) => {
  const url = `${given.platform.urls.evaluation}/evaluate`;
  const client = new ApiClient({ 'x-api-key': given.key });
  return client.call('POST', url, { flag: key, context });
};
const evaluatesTo = (key: string, value: unknown, context: object = {}) =>
  until(`${key} = ${value}`, async () => {
    const { body } = await evaluate(key, context);
    return body?.value === value;
  });

describe('a flag', () => {
  it('is off everywhere at first', async () => {
    const flag = await make();

    assert.equal(flag.environments.dev.enabled, false);
    assert.equal(flag.environments.prod.enabled, false);
    const answer = await until('the new flag', async () => {
      const { status, body } = await evaluate(flag.key);
      return status === 200 && body;
    });
    assert.deepEqual([answer.value, answer.reason], [false, 'DISABLED']);
  });

  it('serves its default variant once it is on', async () => {
    const flag = await make();

    const { status } = await turnOn(flag);

    assert.equal(status, 200);
    await evaluatesTo(flag.key, true);
  });

  it('has a key once in a project', async () => {
    const flag = await make();

    const { status } = await editor.call(
      'POST',
      flags,
      newFlag({ key: flag.key }),
    );

    assert.equal(status, 409);
  });

  it('is not changed from an old revision', async () => {
    const flag = await make();
    await turnOn(flag);

    const second = await turnOn(flag);

    assert.equal(second.status, 409);
    assert.match(second.body.detail, /at 2 now/);
  });

  it('keeps the variants that an environment serves', async () => {
    const flag = await make();

    const { status } = await editor.call('PUT', `${flags}/${flag.id}`, {
      ...definition(flag),
      variants: { on: true },
    });

    assert.equal(status, 422);
  });

  it('keeps its type', async () => {
    const flag = await make();

    const { status, body } = await editor.call('PUT', `${flags}/${flag.id}`, {
      ...definition(flag),
      variants: { on: true, off: 'no' },
    });

    assert.equal(status, 400);
    assert.equal(body.errors[0].path, 'body/variants/off');
  });

  const refused: [string, object][] = [
    ['a value of another type', { variants: { on: 1, off: false } }],
    ['a default that is no variant', { defaultVariant: 'maybe' }],
    ['shell characters in its key', { key: '$(id)' }],
    ['a template in its key', { key: '{'.repeat(2) + ' x }}' }],
    ['a path as its key', { key: '../etc' }],
    ['a right-to-left mark', { description: 'abc\u202E' }],
    ['a zero-width space', { description: 'a\u200Bb' }],
    ['constructor as its key', { key: 'constructor' }],
    [
      'constructor as a variant',
      { variants: { constructor: true, off: false } },
    ],
    ['an approval in the body', { approvedBy: 'me' }],
    ['a status in the body', { status: 'active' }],
    ['a project that is a homoglyph', { project: 'dеmo' }],
    [
      'a variant over 16 KB',
      { type: 'string', variants: { on: 'x'.repeat(17_000), off: '' } },
    ],
    ['NUL in a variant', { type: 'string', variants: { on: 'a\0', off: '' } }],
    [
      'half an emoji in a variant',
      { type: 'string', variants: { on: '\ud83d', off: '' } },
    ],
    [
      'NUL as a name in a variant',
      { type: 'object', variants: { on: { 'a\0': 1 }, off: {} } },
    ],
  ];
  for (const [name, change] of refused) {
    it(`is refused with ${name}`, async () => {
      const { status } = await editor.call('POST', flags, newFlag(change));

      assert.equal(status, 400);
    });
  }

  it('is found by project, tag and part of its key', async () => {
    const flag = await make({ tags: ['special'] });

    const byTag = await editor.must('GET', `${flags}?project=demo&tag=special`);
    const byKey = await editor.must(
      'GET',
      `${flags}?project=demo&search=${flag.key.toUpperCase()}`,
    );

    assert.deepEqual(
      byTag.flags.map((f: Json) => f.id),
      [flag.id],
    );
    assert.ok(byKey.flags.some((f: Json) => f.id === flag.id));
  });

  it('can not be sorted by what is no parameter', async () => {
    const { status } = await editor.call(
      'GET',
      `${flags}?project=demo&sort=password`,
    );

    assert.equal(status, 400);
  });

  it('is not looked for with NUL', async () => {
    for (const [url, name] of [
      [`${flags}?project=demo&search=%00`, 'search'],
      [`${flags}?project=demo&tag=%00`, 'tag'],
      [`${flags}?project=demo&after=%00`, 'after'],
      [`${flags}/changes?project=%00`, 'project'],
      [`${flags}/changes?project=demo&environment=%00`, 'environment'],
      [`${targeting}/audit?project=demo&subject=%00`, 'subject'],
    ] as const) {
      const { status, body } = await editor.call('GET', url);

      assert.equal(status, 400, url);
      assert.equal(body.errors[0].path, `querystring/${name}`);
    }
  });

  it('is evaluated for whatever an application has', async () => {
    const flag = await make();
    await turnOn(flag);

    await evaluatesTo(flag.key, true, { targetingKey: 'a\0', name: '\ud83d' });
  });

  it('is gone from evaluation when it is deleted and approved', async () => {
    const flag = await make();
    await turnOn(flag);
    await evaluatesTo(flag.key, true);

    const asked = await editor.call('DELETE', `${flags}/${flag.id}`);
    await admin.must(
      'POST',
      `${flags}/changes/${asked.body.change.id}/approve?project=demo`,
    );

    assert.equal(asked.status, 202);
    await until('the flag gone', async () => {
      return (await evaluate(flag.key)).status === 404;
    });
  });
});

describe('a key', () => {
  const place = 'project=demo&environment=dev';
  let key: ApiClient;

  before(async () => {
    const scopes = ['flags:read', 'flags:write'];
    const secret = await makeKey(given.platform, admin, { scopes });
    key = new ApiClient({ 'x-api-key': secret });
  });

  it('sees of a flag its own environment only', async () => {
    const flag = await make();
    await turnOn(flag);

    const read = await key.must('GET', `${flags}/${flag.id}`);
    const { flags: all } = await key.must('GET', `${flags}?project=demo`);
    const url = `${flags}/${flag.id}/history`;
    const { entries } = await key.must('GET', url);

    const seen = [
      read,
      ...all,
      ...entries.flatMap((entry: Json) => [entry.before, entry.after]),
    ].filter(Boolean);
    assert.ok(seen.length > 4);
    for (const { environments } of seen) {
      assert.deepEqual(Object.keys(environments), ['dev']);
    }
  });

  it('changes a flag in its own environment only', async () => {
    const flag = await make();
    const own = { ...flag.environments.dev, enabled: true };

    const answers = await Promise.all([
      key.call('PUT', `${flags}/${flag.id}`, definition(flag)),
      key.call('DELETE', `${flags}/${flag.id}`),
      key.call('PUT', settingsUrl(flag, 'prod'), own),
      key.call('POST', `${flags}/${flag.id}/kill`),
      key.call('PUT', settingsUrl(flag), own),
    ]);

    assert.deepEqual(
      answers.map(({ status }) => status),
      [403, 403, 404, 404, 200],
    );
  });

  it('imports no variants into a flag that other environments share', async () => {
    const flag = await make();

    const { status, body } = await key.call(
      'POST',
      `${flags}/import?${place}`,
      {
        flags: {
          [flag.key]: {
            state: 'ENABLED',
            variants: { on: false, off: false },
            defaultVariant: 'on',
          },
        },
      },
    );

    assert.equal(status, 422);
    assert.equal(body.errors[0].path, `/flags/${flag.key}/variants`);
    assert.deepEqual((await read(flag)).variants, { on: true, off: false });
  });
});

describe('a new environment', () => {
  it('has to be there before the first flag of its project', async () => {
    await makeProject('bare', []);

    const early = await editor.call(
      'POST',
      flags,
      newFlag({ project: 'bare' }),
    );
    await makeEnvironment('bare', 'dev');
    const flag = await make({ project: 'bare' });

    assert.equal(early.status, 409);
    assert.match(early.body.detail, /no environment yet/);
    assert.equal((await turnOn(flag)).status, 200);
  });

  it('has the flags that were made before it, off', async () => {
    await makeProject('grown', ['dev']);
    const flag = await make({ project: 'grown' });
    await turnOn(flag);
    const key = await makeKey(given.platform, admin, {
      project: 'grown',
      environment: 'staging',
    });

    await makeEnvironment('grown', 'staging');

    const client = new ApiClient({ 'x-api-key': key });
    const answer = await until('the flag in the new environment', async () => {
      const url = `${given.platform.urls.evaluation}/evaluate`;
      const { status, body } = await client.call('POST', url, {
        flag: flag.key,
        context: {},
      });
      return status === 200 && body;
    });
    assert.deepEqual([answer.value, answer.reason], [false, 'DISABLED']);
  });
});

describe('the history', () => {
  it('has an entry for each change, with who, before and after', async () => {
    const flag = await make();
    await turnOn(flag);
    await editor.must('POST', `${flags}/${flag.id}/kill`, {
      environment: 'dev',
    });

    const { entries } = await editor.must('GET', `${flags}/${flag.id}/history`);

    assert.deepEqual(
      entries.map((entry: Json) => entry.action),
      ['flag.killed', 'flag.settings', 'flag.created'],
    );
    const [killed] = entries;
    assert.match(killed.actor, /^user:/);
    assert.equal(killed.before.environments.dev.enabled, true);
    assert.equal(killed.after.environments.dev.enabled, false);
    assert.ok(killed.requestId);
  });
});

describe('the kill switch', () => {
  it('turns a flag off at once, also where it is protected', async () => {
    const flag = await make();
    const asked = await turnOn(flag, 'prod');
    await admin.must(
      'POST',
      `${flags}/changes/${asked.body.change.id}/approve?project=demo`,
    );
    assert.equal((await read(flag)).environments.prod.enabled, true);

    const killed = await editor.must('POST', `${flags}/${flag.id}/kill`, {});

    assert.equal(killed.environments.prod.enabled, false);
  });

  it('needs no body', async () => {
    const flag = await make();
    await turnOn(flag);

    const killed = await editor.must('POST', `${flags}/${flag.id}/kill`);

    assert.equal(killed.environments.dev.enabled, false);
  });
});

describe('a protected environment', () => {
  it('changes after somebody else has approved', async () => {
    const flag = await make();
    const asked = await turnOn(flag, 'prod', '?note=Launch');
    const { id } = asked.body.change;

    const own = await editor.call(
      'POST',
      `${flags}/changes/${id}/approve?project=demo`,
    );
    const before = await read(flag);
    const approved = await admin.must(
      'POST',
      `${flags}/changes/${id}/approve?project=demo`,
    );

    assert.equal(asked.status, 202);
    assert.equal(asked.body.change.note, 'Launch');
    assert.equal(own.status, 403);
    assert.equal(before.environments.prod.enabled, false);
    assert.equal(approved.status, 'applied');
    assert.equal((await read(flag)).environments.prod.enabled, true);
  });

  it('shows who approves a note without hidden characters', async () => {
    const flag = await make();

    for (const hidden of ['%00', '%E2%80%AE', '%E2%80%8B', '%0A']) {
      const asked = await turnOn(flag, 'prod', `?note=a${hidden}b`);

      assert.equal(asked.status, 400, hidden);
      assert.equal(asked.body.errors[0].path, 'querystring/note');
    }
  });

  it('does not take a decision twice', async () => {
    const flag = await make();
    const { id } = (await turnOn(flag, 'prod')).body.change;
    const decide = (what: string) =>
      admin.call('POST', `${flags}/changes/${id}/${what}?project=demo`);

    await decide('reject');

    assert.equal((await decide('approve')).status, 409);
    assert.equal((await read(flag)).environments.prod.enabled, false);
  });

  it('does not take a decision on what has changed since', async () => {
    const flag = await make();
    const first = await turnOn(flag, 'prod');
    const second = await turnOn(flag, 'prod');
    const decide = (answer: Json) =>
      admin.call(
        'POST',
        `${flags}/changes/${answer.body.change.id}/approve?project=demo`,
      );

    assert.equal((await decide(first)).status, 200);
    assert.equal((await decide(second)).status, 409);
  });

  it('refuses at once what could never be done', async () => {
    const flag = await make();

    const { status } = await editor.call('PUT', settingsUrl(flag, 'prod'), {
      ...flag.environments.prod,
      defaultVariant: 'maybe',
    });

    assert.equal(status, 422);
  });

  it('lets a key approve nothing', async () => {
    const flag = await make();
    const { id } = (await turnOn(flag, 'prod')).body.change;
    const key = await makeKey(given.platform, admin, {
      environment: 'prod',
      scopes: ['flags:write'],
    });

    const { status } = await new ApiClient({ 'x-api-key': key }).call(
      'POST',
      `${flags}/changes/${id}/approve?project=demo`,
    );

    assert.equal(status, 403);
  });
});

describe('what a key asks for', () => {
  it('is approved by an admin, and not by the one who made the key', async () => {
    const flag = await make();
    const other = await person('ada@example.com', 'admin');
    const key = await makeKey(given.platform, admin, {
      environment: 'prod',
      scopes: ['flags:write'],
    });
    const holder = new ApiClient({ 'x-api-key': key });
    const asked = await holder.call('PUT', settingsUrl(flag, 'prod'), {
      ...flag.environments.prod,
      enabled: true,
    });
    const { change } = asked.body;
    const approve = (client: ApiClient) =>
      client.call('POST', `${flags}/changes/${change.id}/approve?project=demo`);

    const byEditor = await approve(editor);
    const byMaker = await approve(admin);
    const before = await read(flag);
    const byOther = await approve(other);

    assert.equal(asked.status, 202);
    assert.match(change.requestedBy, /^key:/);
    assert.equal(change.keyOwner, await actor(admin));
    assert.deepEqual([byEditor.status, byMaker.status], [403, 403]);
    assert.equal(before.environments.prod.enabled, false);
    assert.equal(byOther.body.status, 'applied');
  });
});

describe('an environment that becomes protected', () => {
  const statusOf = async (service: string, id: string) => {
    const { changes } = await editor.must(
      'GET',
      `${service}/changes?project=guarded`,
    );
    return changes.find((change: Json) => change.id === id).status;
  };
  const approve = (service: string, id: string) =>
    admin.must('POST', `${service}/changes/${id}/approve?project=guarded`);
  const protect = (isProtected: boolean) =>
    admin.must('PUT', `${environmentsUrl('guarded')}/live`, {
      name: 'Live',
      protected: isProtected,
    });
  const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
  const scheduleRule = (flag: Json, environment: string, at: string) =>
    editor.must('POST', `${targeting}/rules?applyAt=${at}`, {
      project: 'guarded',
      environment,
      flag: flag.key,
      name: 'A rule',
      serve: { variant: 'off' },
    });
  const rulesOf = async (flag: Json, environment: string) => {
    const { rules } = await editor.must(
      'GET',
      `${targeting}/rules?project=guarded&environment=${environment}&flag=${flag.key}`,
    );
    return rules.length;
  };

  before(() => makeProject('guarded', ['dev', 'live']));

  it('holds what was scheduled for it without an approval', async () => {
    const flag = await make({ project: 'guarded' });
    const other = await make({ project: 'guarded' });
    const removed = await make({ project: 'guarded' });
    const when = `?applyAt=${inMs(3_000)}`;
    const turned = await turnOn(flag, 'live', when);
    const gone = await editor.call('DELETE', `${flags}/${removed.id}${when}`);
    const ids = [turned, gone].map(({ body }) => body.change.id);

    await protect(true);

    for (const id of ids) assert.equal(await statusOf(flags, id), 'pending');
    // No environment feels it; it comes after them, so then they were due.
    await editor.must('PUT', `${flags}/${other.id}${when}`, {
      ...definition(other),
      description: 'Done',
    });
    await until('the description', async () => {
      return (await read(other)).description === 'Done';
    });
    assert.equal((await read(flag)).environments.live.enabled, false);
    assert.equal((await read(removed)).id, removed.id);
    assert.equal((await approve(flags, ids[0])).status, 'applied');
    assert.equal((await read(flag)).environments.live.enabled, true);
    await protect(false);
  });

  it('holds scheduled rules too', async () => {
    const flag = await make({ project: 'guarded' });
    const when = inMs(3_000);
    const held = await scheduleRule(flag, 'live', when);

    await protect(true);

    const { id } = held.change;
    assert.equal(held.change.status, 'scheduled');
    assert.equal(await statusOf(targeting, id), 'pending');
    await scheduleRule(flag, 'dev', when);
    await until('the rule of dev', () => rulesOf(flag, 'dev'));
    assert.equal(await rulesOf(flag, 'live'), 0);
    assert.equal((await approve(targeting, id)).status, 'applied');
    assert.equal(await rulesOf(flag, 'live'), 1);
    await protect(false);
  });

  it('holds what was asked for at the same moment when it is due', async () => {
    const flag = await make({ project: 'guarded' });
    // The flag service says yet that it is open.
    await admin.must('PUT', `${targeting}/environments/live?project=guarded`, {
      protected: true,
    });

    const { change } = await scheduleRule(flag, 'live', inMs(500));

    assert.equal(change.status, 'scheduled');
    await until('the end of the schedule', async () => {
      return (await statusOf(targeting, change.id)) === 'pending';
    });
    assert.equal(await rulesOf(flag, 'live'), 0);
    await protect(false);
  });

  it('stays open while targeting can not be told', async () => {
    await given.platform.service('targeting').stop();

    const { status } = await admin.call(
      'PUT',
      `${environmentsUrl('guarded')}/live`,
      { name: 'Live', protected: true },
    );

    await given.platform.startService('targeting');
    const { environments } = await admin.must(
      'GET',
      environmentsUrl('guarded'),
    );
    assert.equal(status, 503);
    assert.ok(environments.every((one: Json) => !one.protected));
  });
});

describe('the audit', () => {
  const trail = async (change: Json) => {
    const { entries } = await editor.must(
      'GET',
      `${flags}/audit?project=demo&subject=${change.subject}`,
    );
    return entries
      .filter((entry: Json) => entry.changeId === change.id)
      .map((entry: Json) => [entry.action, entry.actor])
      .toSorted();
  };
  const later = () =>
    `?applyAt=${new Date(Date.now() + 3_600_000).toISOString()}`;
  const decide = (client: ApiClient, change: Json, what: string) =>
    client.must('POST', `${flags}/changes/${change.id}/${what}?project=demo`);

  it('tells who asked for a change and who refused it', async () => {
    const { change } = (await turnOn(await make(), 'prod')).body;

    await decide(admin, change, 'reject');

    assert.deepEqual(await trail(change), [
      ['change.rejected', await actor(admin)],
      ['change.requested', await actor(editor)],
    ]);
  });

  it('tells who approved a change for later', async () => {
    const { change } = (await turnOn(await make(), 'prod', later())).body;

    await decide(admin, change, 'approve');

    assert.deepEqual(await trail(change), [
      ['change.approved', await actor(admin)],
      ['change.requested', await actor(editor)],
    ]);
  });

  it('tells who approved a change that is done then', async () => {
    const { change } = (await turnOn(await make(), 'prod')).body;

    await decide(admin, change, 'approve');

    assert.deepEqual(await trail(change), [
      ['change.approved', await actor(admin)],
      ['change.requested', await actor(editor)],
      ['flag.settings', await actor(admin)],
    ]);
  });

  it('tells who canceled a change', async () => {
    const { change } = (await turnOn(await make(), 'dev', later())).body;

    await decide(admin, change, 'cancel');

    assert.deepEqual(await trail(change), [
      ['change.canceled', await actor(admin)],
      ['change.requested', await actor(editor)],
    ]);
  });

  it('tells that a scheduled change failed', async () => {
    const flag = await make();
    const at = new Date(Date.now() + 500).toISOString();
    const { change } = (await turnOn(flag, 'dev', `?applyAt=${at}`)).body;
    await turnOn(flag);

    await until('the end of the change', async () => {
      const actions = (await trail(change)).map(([action]: string[]) => action);
      return actions.includes('change.failed');
    });
  });
});

describe('a scheduled change', () => {
  it('happens when its time comes', async () => {
    const flag = await make();
    const at = new Date(Date.now() + 1_000).toISOString();

    const asked = await turnOn(flag, 'dev', `?applyAt=${at}`);

    assert.equal(asked.status, 202);
    assert.equal(asked.body.change.status, 'scheduled');
    assert.equal((await read(flag)).environments.dev.enabled, false);
    await evaluatesTo(flag.key, true);
  });

  it('fails with a reason when the flag has changed since', async () => {
    const flag = await make();
    const at = new Date(Date.now() + 500).toISOString();
    const { id } = (await turnOn(flag, 'dev', `?applyAt=${at}`)).body.change;
    await turnOn(flag);

    const change = await until('the end of the change', async () => {
      const { changes } = await editor.must(
        'GET',
        `${flags}/changes?project=demo&status=failed`,
      );
      return changes.find((one: Json) => one.id === id);
    });

    assert.match(change.failure, /has changed since/);
  });

  it('does not happen when it is canceled', async () => {
    const flag = await make();
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const { id } = (await turnOn(flag, 'dev', `?applyAt=${at}`)).body.change;

    const { status } = await editor.must(
      'POST',
      `${flags}/changes/${id}/cancel?project=demo`,
    );

    assert.equal(status, 'canceled');
  });
});

describe('prerequisites', () => {
  const need = (flag: Json, other: Json) =>
    editor.call('PUT', settingsUrl(flag), {
      ...flag.environments.dev,
      enabled: true,
      prerequisites: [{ flag: other.key, variants: ['on'] }],
    });

  it('keep a flag off until they are met', async () => {
    const base = await make();
    const flag = await make();
    await need(flag, base);
    await until('the prerequisite as reason', async () => {
      const { body } = await evaluate(flag.key);
      return body?.prerequisite === base.key;
    });

    await turnOn(base);

    await evaluatesTo(flag.key, true);
  });

  it('can not go round in a circle', async () => {
    const a = await make();
    const b = await make();
    await need(a, b);

    const { status, body } = await need(b, a);

    assert.equal(status, 422);
    assert.match(body.detail, new RegExp(`${b.key} -> ${a.key} -> ${b.key}`));
  });

  it('follow one another ten times at most, at either end', async () => {
    const chain = [await make()];
    for (let n = 0; n < 10; n++) {
      const flag = await make();
      assert.equal((await need(flag, chain.at(-1)!)).status, 200);
      chain.push(flag);
    }
    const [first, last] = [chain[0]!, chain.at(-1)!];
    const other = await make();

    const above = await need(other, last);
    const below = await need(first, other);

    assert.deepEqual([above.status, below.status], [422, 422]);
    assert.equal(above.body.errors[0].path, 'body/prerequisites');
    assert.match(
      below.body.detail,
      new RegExp(`${last.key} -> .* -> ${other.key}`),
    );
  });

  it('keep the flag that is needed from being deleted', async () => {
    const base = await make();
    await need(await make(), base);

    const { status } = await editor.call('DELETE', `${flags}/${base.id}`);

    assert.equal(status, 409);
  });

  it('keep the variants that they name', async () => {
    const base = await make({ variants: { on: true, off: false, old: true } });
    const flag = await make();
    await editor.must('PUT', settingsUrl(flag), {
      ...flag.environments.dev,
      prerequisites: [{ flag: base.key, variants: ['old'] }],
    });

    const { status, body } = await editor.call('PUT', `${flags}/${base.id}`, {
      ...definition(base),
      variants: { on: true, off: false },
    });

    assert.equal(status, 409);
    assert.match(body.detail, new RegExp(`^${flag.key} has ${base.key} `));
  });
});

describe('a rule', () => {
  const place = 'project=demo&environment=dev';
  const aRule = (flag: Json, change: object = {}) => ({
    project: 'demo',
    environment: 'dev',
    flag: flag.key,
    name: 'A rule',
    conditions: [],
    serve: { variant: 'off' },
    ...change,
  });
  const addRule = (flag: Json, change: object = {}) =>
    editor.call('POST', `${targeting}/rules`, aRule(flag, change));
  const half = (change: object = {}) => ({
    rollout: {
      weights: [
        { variant: 'on', weight: 1 },
        { variant: 'off', weight: 1 },
      ],
      ...change,
    },
  });
  const update = (rule: Json, change: object) => {
    const { name, enabled, conditions, serve, position, revision } = rule;
    return editor.call('PUT', `${targeting}/rules/${rule.id}`, {
      ...{ name, enabled, conditions, serve, position, revision },
      ...change,
    });
  };

  it('decides, is changed and is removed', async () => {
    const flag = await make();
    await turnOn(flag);

    const { body: rule } = await addRule(flag);
    await evaluatesTo(flag.key, false);
    await update(rule, { enabled: false });
    await evaluatesTo(flag.key, true);
    const removed = await editor.call(
      'DELETE',
      `${targeting}/rules/${rule.id}`,
    );

    assert.equal(removed.status, 204);
    const { rules } = await editor.must(
      'GET',
      `${targeting}/rules?${place}&flag=${flag.key}`,
    );
    assert.deepEqual(rules, []);
  });

  it("has the flag's key as its seed, and keeps it", async () => {
    const flag = await make();
    const { body: rule } = await addRule(flag, { serve: half() });

    const other = await update(rule, { serve: half({ seed: 'other' }) });
    const same = await update(rule, { serve: half() });

    assert.equal(rule.serve.rollout.seed, flag.key);
    assert.equal(other.status, 422);
    assert.equal(same.body.serve.rollout.seed, flag.key);
  });

  it('serves what the flag has', async () => {
    const flag = await make();

    const { status, body } = await addRule(flag, {
      serve: { variant: 'blue' },
    });

    assert.equal(status, 422);
    assert.match(body.detail, /no variant blue, but on, off/);
  });

  const refused: [string, object][] = [
    [
      'an expression of 257 characters',
      {
        conditions: [{ attribute: 'a', op: 'matches', value: 'a'.repeat(257) }],
      },
    ],
    [
      'an expression that compiles to 36,000 instructions',
      {
        conditions: [
          { attribute: 'a', op: 'matches', value: '.{1000}'.repeat(36) },
        ],
      },
    ],
    [
      'a back reference',
      { conditions: [{ attribute: 'a', op: 'matches', value: '(a)\\1' }] },
    ],
    [
      'SQL as an operator',
      { conditions: [{ attribute: 'a', op: "' OR 1=1 --", value: 1 }] },
    ],
    [
      'a NoSQL operator',
      { conditions: [{ attribute: 'a', op: 'equals', value: { $gt: '' } }] },
    ],
    [
      '__proto__ as an attribute',
      { conditions: [{ attribute: '__proto__', op: 'exists' }] },
    ],
    [
      'weights that add up to 0',
      { serve: { rollout: { weights: [{ variant: 'on', weight: 0 }] } } },
    ],
    [
      'a weight of 1e9 and more',
      { serve: { rollout: { weights: [{ variant: 'on', weight: 2 ** 31 }] } } },
    ],
    [
      'a weight as text',
      { serve: { rollout: { weights: [{ variant: 'on', weight: '3' }] } } },
    ],
    [
      'a negative weight',
      { serve: { rollout: { weights: [{ variant: 'on', weight: -1 }] } } },
    ],
    [
      'a network that is none',
      {
        conditions: [
          { attribute: 'ip', op: 'inCidr', values: ['10.0.0.0/99'] },
        ],
      },
    ],
    ['a status', { status: 'approved' }],
    [
      'NUL to compare with',
      { conditions: [{ attribute: 'a', op: 'equals', value: 'a\0' }] },
    ],
  ];
  for (const [name, change] of refused) {
    it(`is refused with ${name}`, async () => {
      const flag = await make();

      assert.equal((await addRule(flag, change)).status, 400);
    });
  }

  it('with (a+)+$ does no harm to evaluation', async () => {
    const flag = await make();
    await turnOn(flag);
    await addRule(flag, {
      conditions: [{ attribute: 'text', op: 'matches', value: '(a+)+$' }],
    });

    await evaluatesTo(flag.key, true, { text: `${'a'.repeat(4000)}!` });
    await evaluatesTo(flag.key, false, { text: 'aaa' });
  });

  it('asks for segments that are there, which then stay', async () => {
    const flag = await make();
    const url = `${targeting}/segments/testers?${place}`;
    const conditions = [{ op: 'segment', segment: 'testers' }];

    const early = await addRule(flag, { conditions });
    await editor.must('PUT', url, {
      name: 'Testers',
      included: ['ana'],
      excluded: [],
      conditions: [],
    });
    const late = await addRule(flag, { conditions });
    const removed = await editor.call('DELETE', url);

    assert.deepEqual(
      [early.status, late.status, removed.status],
      [422, 201, 409],
    );
  });

  it('keeps its flag from being deleted, and the variants it serves', async () => {
    const variants = { on: true, off: false, old: true };
    const flag = await make({ variants });
    const { body: rule } = await addRule(flag, { serve: { variant: 'old' } });
    const without = (name: string) => {
      const { [name]: _gone, ...rest } = variants as Record<string, boolean>;
      return editor.call('PUT', `${flags}/${flag.id}`, {
        ...definition(flag),
        variants: rest,
      });
    };

    const early = await editor.call('DELETE', `${flags}/${flag.id}`);
    const served = await without('old');
    await editor.must('DELETE', `${targeting}/rules/${rule.id}`);
    const late = await editor.call('DELETE', `${flags}/${flag.id}`);

    assert.deepEqual(
      [early.status, served.status, late.status],
      [409, 409, 202],
    );
    assert.match(served.body.detail, /in dev serve old: "A rule"/);
  });

  it('has no segment with NUL in a key', async () => {
    const { status, body } = await editor.call(
      'PUT',
      `${targeting}/segments/hidden?${place}`,
      {
        name: 'Hidden',
        included: ['ana', 'a\0'],
        excluded: [],
        conditions: [],
      },
    );

    assert.equal(status, 400);
    assert.equal(body.errors[0].path, 'body/included/1');
  });

  it('waits for approval where the environment is protected', async () => {
    const flag = await make();
    const asked = await addRule(flag, { environment: 'prod' });

    const change = await admin.must(
      'POST',
      `${targeting}/changes/${asked.body.change.id}/approve?project=demo`,
    );

    assert.equal(asked.status, 202);
    assert.equal(change.status, 'applied');
    const { rules } = await editor.must(
      'GET',
      `${targeting}/rules?project=demo&environment=prod&flag=${flag.key}`,
    );
    assert.equal(rules.length, 1);
  });

  it('is explained by POST /targeting/match', async () => {
    const matched = await editor.must('POST', `${targeting}/match`, {
      project: 'demo',
      environment: 'dev',
      flag: 'new-checkout',
      context: { targetingKey: 'ana' },
    });

    assert.ok(matched.segments.includes('beta-testers'));
    assert.deepEqual(
      matched.rules.map((rule: Json) => [rule.holds, rule.decides]),
      [
        [true, true],
        [true, false],
      ],
    );
  });
});

describe('flagd documents', () => {
  const place = 'project=demo&environment=dev';

  it('come out and go in again', async () => {
    const { document } = await editor.must('GET', `${flags}/export?${place}`);
    const { 'new-checkout': checkout } = document.flags;

    const result = await editor.must('POST', `${flags}/import?${place}`, {
      flags: { 'imported-checkout': checkout },
    });

    assert.deepEqual(result, { created: ['imported-checkout'], updated: [] });
    await evaluatesTo('imported-checkout', true, { targetingKey: 'ana' });
  });

  it('with a fault change nothing and say where it is', async () => {
    const { status, body } = await editor.call(
      'POST',
      `${flags}/import?${place}`,
      {
        flags: {
          fine: { state: 'ENABLED', variants: { a: 1 }, defaultVariant: 'a' },
          wrong: {
            state: 'ENABLED',
            variants: { a: 1 },
            defaultVariant: 'a',
            targeting: { if: [{ custom: [] }, 'a'] },
          },
        },
      },
    );

    assert.equal(status, 422);
    assert.equal(body.errors[0].path, '/flags/wrong/targeting/if/0');
    assert.equal((await evaluate('fine')).status, 404);
  });

  const fine = { state: 'ENABLED', variants: { a: 1 }, defaultVariant: 'a' };
  const faulty: [string, object, string][] = [
    [
      'a variant that the flag lacks',
      { if: [{ '==': [{ var: 'country' }, 'BR'] }, 'aa', 'a'] },
      '/flags/wrong/targeting/if/1',
    ],
    [
      'a segment that is not there',
      { if: [{ $ref: 'segment-none-such' }, 'a'] },
      '/flags/wrong/targeting',
    ],
    [
      'too many conditions',
      {
        if: [
          {
            and: Array.from({ length: 51 }, (_, i) => ({
              '==': [{ var: `attribute${i}` }, 1],
            })),
          },
          'a',
        ],
      },
      '/flags/wrong/targeting/if/0',
    ],
  ];
  for (const [name, targetingOfWrong, path] of faulty) {
    it(`with ${name} change nothing either`, async () => {
      const { status, body } = await editor.call(
        'POST',
        `${flags}/import?${place}`,
        { flags: { fine, wrong: { ...fine, targeting: targetingOfWrong } } },
      );

      assert.equal(status, 422);
      assert.equal(body.errors[0].path, path);
      assert.equal((await evaluate('fine')).status, 404);
    });
  }

  it('change nothing while targeting is away, and go in afterwards', async () => {
    const rule = { if: [{ '==': [{ var: 'country' }, 'BR'] }, 'b', 'a'] };
    const document = {
      flags: {
        ruled: { ...fine, variants: { a: 1, b: 2 }, targeting: rule },
      },
    };
    const { platform } = given;
    await platform.service('targeting').stop();
    const away = await editor.call(
      'POST',
      `${flags}/import?${place}`,
      document,
    );
    const early = await evaluate('ruled');
    await platform.startService('targeting');

    await editor.must('POST', `${flags}/import?${place}`, document);

    assert.deepEqual([away.status, early.status], [503, 404]);
    await evaluatesTo('ruled', 2, { country: 'BR' });
    await evaluatesTo('ruled', 1);
  });

  it('do not change what a protected environment serves', async () => {
    const flag = await make();

    const { status, body } = await editor.call(
      'POST',
      `${flags}/import?${place}`,
      {
        flags: {
          [flag.key]: {
            state: 'ENABLED',
            variants: { on: false },
            defaultVariant: 'on',
          },
        },
      },
    );

    assert.equal(status, 422);
    assert.deepEqual(body.errors, [
      {
        path: `/flags/${flag.key}/variants`,
        message:
          'prod is protected and shares them: change the variants of the flag first',
      },
    ]);
    assert.deepEqual((await read(flag)).variants, { on: true, off: false });
  });

  it('go in while one of their flags is killed', async () => {
    const first = await make();
    const second = await make();
    const one = {
      state: 'ENABLED',
      variants: { on: true, off: false },
      defaultVariant: 'on',
    };
    // Both wait for it, the import behind the kill.
    const lock = await holdLock(
      await given.platform.postgres.database('flag'),
      'SELECT 1 FROM flags WHERE id = $1 FOR UPDATE',
      [second.id],
    );
    const racing: Promise<Json>[] = [];
    try {
      racing.push(
        editor.call('POST', `${flags}/${second.id}/kill`, {
          environment: 'dev',
        }),
      );
      await lock.waiting(1);
      racing.push(
        editor.call('POST', `${flags}/import?${place}`, {
          flags: { [first.key]: one, [second.key]: one },
        }),
      );
      await lock.waiting(2);
    } finally {
      await lock.free();
    }

    const answers = await Promise.all(racing);

    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200],
    );
  });

  it('do not go into a protected environment', async () => {
    const { status } = await editor.call(
      'POST',
      `${flags}/import?project=demo&environment=prod`,
      { flags: {} },
    );

    assert.equal(status, 422);
  });
});

describe('stale flags', () => {
  it('are none while all flags are young', async () => {
    const { flags: stale } = await editor.must(
      'GET',
      `${flags}/stale?project=demo&environment=dev&days=1`,
    );

    assert.deepEqual(stale, []);
  });
});
