import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { createRouter } from '../http/createRouter';
import { bundleOf, createRequest, planResult } from '../testing/builders';
import {
  asService,
  asUser,
  viaScaffolder,
  type UserName,
} from '../testing/people';
import { describedRoutes, routesOf } from '../testing/routesOf';
import { usePostgres } from '../testing/testDatabase';
import { TestPortal } from '../testing/TestPortal';
import { WalkedInventory, type Walked } from '../testing/WalkedInventory';

jest.setTimeout(120_000);

const newDatabase = usePostgres();

/** The columns of the table. What is asked about is owned by the team of the first two; `ana` has asked for its run. */
const callers = [
  'nobody',
  'developer',
  'lead',
  'of another team',
  'admin',
  'scaffolder',
  'catalog',
  'runner',
] as const;
type Caller = (typeof callers)[number];

const users: Partial<Record<Caller, UserName>> = {
  developer: 'ana',
  lead: 'lia',
  'of another team': 'bob',
  admin: 'pia',
};

interface Row {
  readonly route: string;
  /** What makes the row another one than one of the same route. */
  readonly about?: string;
  /** The state that the resource is in. Default: as it stands after a run that failed. */
  readonly of?: (inventory: WalkedInventory) => Promise<Walked>;
  readonly body?: (walked: Walked) => object;
  readonly query?: string;
  /** People ask by a form: the scaffolder on their behalf. */
  readonly byForm?: boolean;
  /** A status for each caller, in the order of the columns. */
  readonly expected: readonly number[];
}

const idle = (inventory: WalkedInventory) => inventory.idle();
const parked = (inventory: WalkedInventory) => inventory.parked();
const queued = (inventory: WalkedInventory) => inventory.queued();

const change = ({ name }: Walked) =>
  createRequest({ name, variables: { bucket_name: name, versioning: true } });
const creation = () => createRequest({ name: `new-${randomUUID()}` });
const confirmation = () => ({ planDigest: planResult.digest });
const version = '?from=a&to=b';

// 500: allowed, and then there is no state bucket behind these tests. 409: allowed, and there is nothing to do.
// prettier-ignore
const table: Row[] = [
  //                                              nobody dev  lead other admin scaf cat  runner
  { route: 'GET /options',             expected: [401, 200, 200, 200, 200, 200, 200, 401] },
  { route: 'GET /resources',           expected: [401, 200, 200, 200, 200, 200, 200, 401] },
  { route: 'GET /resources/facets',    expected: [401, 200, 200, 200, 200, 200, 200, 401] },
  { route: 'POST /resources', byForm: true, body: creation,
                                       expected: [401, 202, 202, 403, 403, 403, 403, 401] },
  { route: 'POST /resources', about: 'without a form', body: creation,
                                       expected: [401, 403, 403, 403, 403, 403, 403, 401] },
  { route: 'POST /plans', byForm: true, body: creation,
                                       expected: [401, 202, 202, 403, 403, 403, 403, 401] },
  { route: 'POST /plans', about: 'without a form', body: creation,
                                       expected: [401, 403, 403, 403, 403, 403, 403, 401] },
  { route: 'GET /resources/{id}',      expected: [401, 200, 200, 404, 200, 200, 200, 401] },
  { route: 'GET /resources/{id}/runs', expected: [401, 200, 200, 404, 200, 200, 200, 401] },
  { route: 'POST /resources/{id}/changes', byForm: true, body: change,
                                       expected: [401, 202, 202, 404, 202, 403, 403, 401] },
  { route: 'POST /resources/{id}/changes', about: 'without a form', body: change,
                                       expected: [401, 403, 403, 404, 403, 403, 403, 401] },
  { route: 'POST /resources/{id}/upgrade',
                                       expected: [401, 409, 409, 404, 409, 403, 403, 401] },
  { route: 'POST /resources/{id}/destroy',
                                       expected: [401, 202, 202, 404, 202, 403, 403, 401] },
  { route: 'POST /resources/{id}/extend', body: () => ({ byDays: 1 }),
                                       expected: [401, 200, 200, 404, 200, 403, 403, 401] },
  { route: 'GET /resources/{id}/lock', expected: [401, 500, 500, 404, 500, 500, 500, 401] },
  { route: 'POST /resources/{id}/unlock', body: () => ({ lockId: 'left' }),
                                       expected: [401, 403, 403, 404, 500, 403, 403, 401] },
  { route: 'GET /resources/{id}/state-versions',
                                       expected: [401, 500, 500, 404, 500, 500, 500, 401] },
  { route: 'GET /resources/{id}/state-versions/compare', query: version,
                                       expected: [401, 500, 500, 404, 500, 500, 500, 401] },
  { route: 'POST /resources/{id}/state-versions/restore', body: () => ({ versionId: 'a' }),
                                       expected: [401, 403, 403, 404, 500, 403, 403, 401] },
  { route: 'GET /runs/{id}',           expected: [401, 200, 200, 404, 200, 200, 200, 401] },
  { route: 'GET /runs/{id}/events',    expected: [401, 200, 200, 404, 200, 200, 200, 401] },
  { route: 'POST /runs/{id}/cancel', of: queued,
                                       expected: [401, 202, 202, 404, 202, 202, 403, 401] },
  { route: 'POST /runs/{id}/cancel', about: 'that a colleague asked for', of: inventory => inventory.queued('lia'),
                                       expected: [401, 403, 202, 404, 202, 202, 403, 401] },
  { route: 'POST /runs/{id}/confirm', of: parked, body: confirmation,
                                       expected: [401, 202, 202, 404, 202, 403, 403, 401] },
  { route: 'POST /runs/{id}/confirm', about: 'of a restore', of: inventory => inventory.parked('restore'), body: confirmation,
                                       expected: [401, 403, 403, 404, 202, 403, 403, 401] },
  { route: 'POST /runs/{id}/discard', of: parked,
                                       expected: [401, 202, 202, 404, 202, 403, 403, 401] },
  { route: 'POST /runs/{id}/discard', about: 'of a restore', of: inventory => inventory.parked('restore'),
                                       expected: [401, 403, 403, 404, 202, 403, 403, 401] },
  { route: 'POST /runs/{id}/retry',    expected: [401, 202, 202, 404, 202, 403, 403, 401] },
  { route: 'PUT /skeletons/{type}', body: () => ({ name: 's3-bucket', bundle: bundleOf() }),
                                       expected: [401, 403, 403, 403, 403, 200, 403, 401] },
];

/** Runners' routes: to everybody but the runner of that very run and attempt they are closed. */
const runnerRoutes = [
  'GET /runner/runs/{runId}/attempts/{attempt}/job',
  'GET /runner/runs/{runId}/attempts/{attempt}/bundle',
  'POST /runner/runs/{runId}/attempts/{attempt}/events',
  'POST /runner/runs/{runId}/attempts/{attempt}/plan',
  'POST /runner/runs/{runId}/attempts/{attempt}/applying',
  'POST /runner/runs/{runId}/attempts/{attempt}/result',
];

describe('who may do what, by every route', () => {
  const environment = { ...process.env };
  let portal: TestPortal;
  let inventory: WalkedInventory;
  /** A run whose runner is at work. */
  let running: Walked;
  let runnersToken: string;

  beforeAll(async () => {
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      AWS_ACCESS_KEY_ID: 'none',
      AWS_SECRET_ACCESS_KEY: 'none',
      AWS_MAX_ATTEMPTS: '1',
    });
    const { knex } = await newDatabase();
    portal = await TestPortal.start({ knex, runs: { maxConcurrent: 1 } });
    inventory = new WalkedInventory(portal, knex);
    running = await inventory.queued();
    runnersToken = (await portal.runner(running.run)).token;
  });

  afterAll(async () => {
    process.env = environment;
    await portal.stop();
    await portal.killRunners();
  });

  const authorizationOf = (caller: Caller, byForm = false): string => {
    const user = users[caller];
    if (user) {
      return byForm ? viaScaffolder(user) : asUser(user);
    }
    switch (caller) {
      case 'scaffolder':
      case 'catalog':
        return asService(`plugin:${caller}`);
      case 'runner':
        return `Bearer ${runnersToken}`;
      default:
        return 'Bearer mock-none-token';
    }
  };

  const ask = async (
    row: Row,
    walked: Walked,
    authorization: string,
  ): Promise<Response> => {
    const [method, pattern] = row.route.split(' ');
    const route = pattern
      .replace('{type}', 's3-bucket')
      .replace('{id}', pattern.startsWith('/runs') ? walked.run : walked.id);
    const body = row.body?.(walked) ?? {};
    switch (method) {
      case 'GET':
        return portal.get(`${route}${row.query ?? ''}`, authorization);
      case 'PUT':
        return portal.put(route, authorization, body);
      default:
        return portal.post(route, authorization, body);
    }
  };

  it('is said of every route that there is', async () => {
    const router = createRouter({
      inventory: {},
      runs: {},
      state: {},
      leases: {},
      skeletons: {},
      runner: {},
    } as Parameters<typeof createRouter>[0]);
    const there = routesOf(router).map(route => route.replace(' /v1/', ' /'));
    const walked = new Set(table.map(({ route }) => route));

    expect([...walked, ...runnerRoutes].sort()).toEqual(there.sort());
    expect([...walked].sort()).toEqual((await describedRoutes()).sort());
  });

  it.each(
    table.map(
      row =>
        [row.about ? `${row.route} ${row.about}` : row.route, row] as const,
    ),
  )('%s', async (_, row) => {
    const found: Array<[Caller, number]> = [];
    const audited: object[] = [];
    const expectedAudit: object[] = [];

    for (const caller of callers) {
      const walked = await (row.of ?? idle)(inventory);
      portal.audited.length = 0;
      const response = await ask(
        row,
        walked,
        authorizationOf(caller, row.byForm),
      );
      found.push([caller, response.status]);
      if (response.status !== 401 && !row.route.startsWith('GET')) {
        const subject = subjectOf(row, walked);
        const user = users[caller];
        expectedAudit.push({
          outcome: response.ok ? 'success' : 'fail',
          actor: user ? `user:default/${user}` : `plugin:${caller}`,
          about: subject,
        });
        audited.push(
          ...portal.audited.map(({ outcome, actor, meta = {} }) => ({
            outcome,
            actor,
            about: Object.fromEntries(
              Object.keys(subject).map(key => [key, meta[key]]),
            ),
          })),
        );
      }
    }

    expect(audited).toEqual(expectedAudit);
    expect(found).toEqual(
      callers.map((caller, index) => [caller, row.expected[index]]),
    );
  });

  it.each(
    table
      .filter(({ route }) => route.includes('{id}'))
      .map(
        row =>
          [row.about ? `${row.route} ${row.about}` : row.route, row] as const,
      ),
  )('%s of another team is as if it were not there', async (_, row) => {
    const walked = await (row.of ?? idle)(inventory);
    const nothing = { ...inventory.nothing(), name: walked.name };
    const authorization = authorizationOf('of another team', row.byForm);

    const there = await ask(row, walked, authorization);
    const missing = await ask(row, nothing, authorization);

    expect(there.status).toBe(404);
    expect(there.body.error).toEqual(missing.body.error);
    expect(there.body.response).toEqual(missing.body.response);
    expect(Object.keys(there.headers).sort()).toEqual(
      Object.keys(missing.headers).sort(),
    );
  });

  it.each(runnerRoutes)('%s', async route => {
    const [method, pattern] = route.split(' ');
    const path = (run: string) =>
      pattern.replace('{runId}', run).replace('{attempt}', '1');
    const asked = (run: string, authorization: string) =>
      method === 'GET'
        ? portal.get(path(run), authorization)
        : portal.post(path(run), authorization);
    const others = await inventory.queued();

    const refused = await Promise.all([
      ...callers
        .filter(caller => caller !== 'runner')
        .map(caller => asked(running.run, authorizationOf(caller))),
      asked(others.run, authorizationOf('runner')),
      asked(randomUUID(), authorizationOf('runner')),
    ]);
    const own = await asked(running.run, authorizationOf('runner'));

    expect(new Set(refused.map(({ status }) => status))).toEqual(
      new Set([401]),
    );
    expect(
      new Set(refused.map(({ body }) => JSON.stringify(body.error))).size,
    ).toBe(1);
    expect(own.status).not.toBe(401);
  });

  it('shows, counts and sums up what somebody may see, and nothing else', async () => {
    await portal.create(
      { name: 'of-bob', owner: 'group:default/storefront' },
      'bob',
    );
    const seenBy = async (user: UserName, query = '') => {
      const { body: page } = await portal.get(
        `/resources?limit=200${query}`,
        asUser(user),
      );
      const { body: facets } = await portal.get(
        '/resources/facets',
        asUser(user),
      );
      return { page, facets };
    };

    const bob = await seenBy('bob');
    const ana = await seenBy('ana', '&q=of-bob');
    const anasOwner = await seenBy('ana', '&owner=group:default/storefront');
    const pia = await seenBy('pia', '&q=of-bob');

    expect(bob.page).toMatchObject({ total: 1, items: [{ name: 'of-bob' }] });
    expect(bob.facets).toEqual({
      type: { 's3-bucket': 1 },
      environment: { dev: 1 },
      owner: { 'group:default/storefront': 1 },
      status: { creating: 1 },
    });
    expect(ana.page).toEqual({ items: [], total: 0 });
    expect(anasOwner.page).toEqual({ items: [], total: 0 });
    expect(Object.keys(ana.facets.owner)).toEqual(['group:default/payments']);
    expect(pia.page).toMatchObject({ total: 1 });
    expect(pia.facets.owner).toMatchObject({ 'group:default/storefront': 1 });
  });

  it('offers as owners what somebody is in, and nothing else', async () => {
    const owners = async (user: UserName) =>
      (await portal.get('/options', asUser(user))).body.owners;

    expect(await owners('bob')).toEqual([
      'user:default/bob',
      'group:default/storefront',
    ]);
    expect(await owners('pia')).toEqual([
      'user:default/pia',
      'group:default/platform',
    ]);
  });
});

/** What the audit log says that a request was about. */
function subjectOf({ route }: Row, { id, run }: Walked): object {
  if (route.includes('/skeletons/')) {
    return { type: 's3-bucket' };
  }
  if (!route.includes('{id}')) {
    return { owner: 'group:default/payments', environment: 'dev' };
  }
  return route.includes('/runs/') ? { runId: run } : { resourceId: id };
}
