import {
  addedServices,
  ApiClient,
  CORE_SERVICES,
  type CoreServiceName,
} from '@togglemaster/local';
import {
  startTestPlatform,
  type TestPlatform,
} from '@togglemaster/local/testing';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';

let given: TestPlatform;
before(async () => {
  given = await startTestPlatform();
});
after(() => given?.stop());

/** What others rely on; it may grow, not shrink. */
const ROUTES: Record<CoreServiceName, string[]> = {
  auth: [
    'POST /auth/login',
    'POST /auth/register',
    'POST /auth/bootstrap',
    'GET /auth/validate',
    'POST /auth/refresh',
    'POST /auth/logout',
    'POST /auth/keys',
    'GET /auth/keys',
    'DELETE /auth/keys/{id}',
    'GET /.well-known/jwks.json',
  ],
  flag: [
    'GET /flags',
    'POST /flags',
    'GET /flags/{id}',
    'PUT /flags/{id}',
    'DELETE /flags/{id}',
    'POST /flags/{id}/kill',
    'GET /flags/{id}/history',
    'GET /flags/export',
    'POST /flags/import',
    'GET /flags/stale',
    'GET /flags/changes',
  ],
  targeting: [
    'GET /targeting/rules',
    'POST /targeting/rules',
    'PUT /targeting/rules/{id}',
    'DELETE /targeting/rules/{id}',
    'GET /targeting/segments',
    'PUT /targeting/segments/{key}',
    'DELETE /targeting/segments/{key}',
    'POST /targeting/match',
  ],
  evaluation: [
    'POST /evaluate',
    'GET /evaluate',
    'POST /evaluate/bulk',
    'GET /evaluate/bulk',
    'GET /evaluate/stream',
    'POST /ofrep/v1/evaluate/flags',
    'POST /ofrep/v1/evaluate/flags/{key}',
  ],
  analytics: [
    'GET /analytics/stats',
    'GET /analytics/events',
    'POST /analytics/query',
  ],
};

const added = await addedServices();
const names = [...CORE_SERVICES, ...added.map(({ name }) => name)];

for (const name of names) {
  describe(`the OpenAPI document of ${name}`, () => {
    const served = async () =>
      new ApiClient().must('GET', `${given.platform.urls[name]}/openapi.json`);

    it('lies in the repository as it is served', async () => {
      const file = new URL(`../services/${name}/openapi.json`, import.meta.url);

      const committed = JSON.parse(await readFile(file, 'utf8'));

      assert.deepEqual(
        await served(),
        committed,
        'run npm run openapi and commit what it writes',
      );
    });

    it('has every route that others rely on', async () => {
      const { openapi, paths } = await served();

      assert.equal(openapi, '3.1.0');
      const all = Object.entries(paths).flatMap(([path, operations]) =>
        Object.keys(operations as object).map(
          method => `${method.toUpperCase()} ${path}`,
        ),
      );
      const expected = ROUTES[name as CoreServiceName] ?? [];
      const missing = [...expected, 'GET /healthz', 'GET /readyz'].filter(
        route => !all.includes(route),
      );
      assert.deepEqual(missing, []);
    });
  });
}

describe('every service', () => {
  it('is healthy and ready', async () => {
    for (const name of names) {
      for (const path of ['healthz', 'readyz', 'metrics']) {
        const url = `${given.platform.urls[name]}/${path}`;
        assert.equal((await new ApiClient().call('GET', url)).status, 200);
      }
    }
  });
});
