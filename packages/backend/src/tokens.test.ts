import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { startPostgres, type Postgres } from '@terrastage/local/testing';
import policyModule from '@terrastage/plugin-permission-backend-module-terrastage';
import resourcesPlugin from '@terrastage/plugin-resources-backend';
import express from 'express';
import { rootHttpRouter } from './rootHttpRouter';
import { UserTokens } from './testing/UserTokens';

jest.setTimeout(120_000);

const tokens = new UserTokens();
const strangers = new UserTokens();
const unknownKey = new UserTokens('another-key');
const now = () => Math.floor(Date.now() / 1_000);

/** Tokens of plugins, as the auth plugin of the test gets them. */
let pluginTokenFor: (targetPluginId: string) => Promise<string>;

/** In the place of Backstage's: it publishes the key of the tokens. */
const authPlugin = createBackendPlugin({
  pluginId: 'auth',
  register(env) {
    env.registerInit({
      deps: { auth: coreServices.auth, httpRouter: coreServices.httpRouter },
      async init({ auth, httpRouter }) {
        const router = express.Router();
        router.get('/.well-known/jwks.json', (_, response) => {
          response.json({ keys: [tokens.jwk] });
        });
        httpRouter.use(router);
        httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
        pluginTokenFor = async targetPluginId => {
          const { token } = await auth.getPluginRequestToken({
            onBehalfOf: await auth.getOwnServiceCredentials(),
            targetPluginId,
          });
          return token;
        };
      },
    });
  },
});

const userInfo = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () =>
    mockServices.userInfo({
      ownershipEntityRefs: ['user:default/ana', 'group:default/payments'],
    }),
});

describe('a request', () => {
  let postgres: Postgres;
  let backend: ReturnType<typeof createBackend>;
  let url: string;

  beforeAll(async () => {
    postgres = await startPostgres();
    const port = await freePort();
    url = `http://127.0.0.1:${port}/api/resources/v1`;
    backend = createBackend();
    backend.add(rootHttpRouter);
    backend.add(
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: `http://127.0.0.1:${port}`,
            listen: { host: '127.0.0.1', port },
            database: { client: 'pg', connection: postgres.connectionString },
          },
          permission: { enabled: true },
          resources: {
            environments: {
              dev: {
                region: 'us-east-1',
                account: '123456789012',
                stateBucket: 'states',
              },
            },
            costCenters: [{ name: 'CC-1001' }],
          },
        },
      }),
    );
    backend.add(userInfo);
    backend.add(authPlugin);
    backend.add(
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'User',
            metadata: { name: 'ana', namespace: 'default' },
            spec: { memberOf: ['payments'] },
          },
        ],
      }),
    );
    backend.add(permissionPlugin);
    backend.add(policyModule);
    backend.add(resourcesPlugin);
    await backend.start();
  });

  afterAll(async () => {
    await backend.stop();
    await postgres.stop();
  });

  const ask = async (path: string, token?: string, method = 'GET') => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });
    const { error } = (await response.json()) as { error?: object };
    return { status: response.status, error };
  };
  const runnersPath = `/runner/runs/${randomUUID()}/attempts/1/job`;
  const refusal = {
    status: 401,
    error: {
      name: 'AuthenticationError',
      message: 'The request has no valid credentials',
    },
  };

  it('with a token that is right is answered', async () => {
    expect((await ask('/resources', tokens.token())).status).toBe(200);
    expect(
      (await ask('/resources', await pluginTokenFor('resources'))).status,
    ).toBe(200);
  });

  const wrong: Array<[string, () => string | undefined | Promise<string>]> = [
    ['no token', () => undefined],
    ['an empty token', () => ''],
    ['garbage', () => 'garbage'],
    ['three parts of garbage', () => 'a.b.c'],
    ['one that has expired', () => tokens.token({}, { iat: 1, exp: 2 })],
    ['one for later', () => tokens.token({}, { nbf: now() + 600 })],
    ['one that never expires', () => tokens.token({}, { exp: undefined })],
    ['alg: none', () => tokens.unsigned()],
    ['the public key for a secret', () => tokens.confused()],
    [
      'another issuer, whose key has the same id',
      () => strangers.token({}, { iss: 'https://login.example.com' }),
    ],
    ['a key that nobody has published', () => unknownKey.token()],
    [
      'a key that it brings along',
      () =>
        unknownKey.token({
          jwk: unknownKey.jwk,
          jku: 'http://127.0.0.1:1/jwks.json',
        }),
    ],
    [
      'another audience',
      () => tokens.token({ typ: undefined }, { aud: 'another' }),
    ],
    ['another type', () => tokens.token({ typ: 'at+jwt' }, { aud: 'another' })],
    [
      'one for limited access',
      () => tokens.token({ typ: 'vnd.backstage.limited-user' }),
    ],
    ['a plugin’s for another plugin', () => pluginTokenFor('catalog')],
    [
      'a plugin’s that a user has signed',
      () =>
        tokens.token(
          { typ: 'vnd.backstage.plugin' },
          { sub: 'scaffolder', aud: 'resources' },
        ),
    ],
    ['a runner’s', () => randomBytes(32).toString('base64url')],
  ];

  it.each(wrong)('with %s is refused like all others', async (_, make) => {
    const token = await make();

    const answers = [
      await ask('/resources', token),
      await ask(`/resources/${randomUUID()}`, token),
      await ask('/resources', token, 'POST'),
      await ask(`/runs/${randomUUID()}/cancel`, token, 'POST'),
      await ask(runnersPath, token),
    ];

    expect(answers).toEqual(answers.map(() => refusal));
  });

  it('of a user or a service on a runner’s route is refused like all others', async () => {
    const answers = [
      await ask(runnersPath, tokens.token()),
      await ask(runnersPath, await pluginTokenFor('resources')),
    ];

    expect(answers).toEqual([refusal, refusal]);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
