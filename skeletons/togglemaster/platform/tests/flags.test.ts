import { ApiClient, makeKey, signIn, type Json } from '@togglemaster/local';
import {
  startTestPlatform,
  until,
  type TestPlatform,
} from '@togglemaster/local/testing';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

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
  const email = 'eva@example.com';
  await admin.must('POST', `${platform.urls.auth}/auth/register`, {
    email,
    password: PASSWORD,
  });
  const { users } = await admin.must('GET', `${platform.urls.auth}/auth/users`);
  const { id } = users.find((user: Json) => user.email === email);
  await admin.must('PUT', `${platform.urls.auth}/auth/users/${id}/role`, {
    role: 'editor',
  });
  editor = await signIn(platform, email, PASSWORD);
});
after(() => given?.stop());

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
