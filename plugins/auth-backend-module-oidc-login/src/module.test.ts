import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import {
  Browser,
  freePort,
  logIn,
  startLocalCognito,
  type LocalCognito,
} from '@terrastage/local/testing';
import {
  startLoginBackend,
  type LoginBackend,
} from './testing/startLoginBackend';

jest.setTimeout(60_000);

const PASSWORD = 'Correct-horse-1';
const users = [
  { name: 'ana', email: 'Ana@terrastage.example' },
  { name: 'unverified', email: 'unverified@terrastage.example' },
  { name: 'one', email: 'twice@terrastage.example' },
  { name: 'other', email: 'twice@terrastage.example' },
];

describe('the login', () => {
  let cognito: LocalCognito;
  let backend: LoginBackend;
  let api: CognitoIdentityProviderClient;
  let port: number;

  beforeAll(async () => {
    port = await freePort();
    const url = `http://localhost:${port}`;
    cognito = await startLocalCognito({
      callbackUrls: [`${url}/api/auth/oidc/handler/frame`],
      logoutUrls: [url],
    });
    api = new CognitoIdentityProviderClient({
      endpoint: cognito.url,
      region: 'local',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    await person('ana@terrastage.example');
    await person('ana+x@terrastage.example');
    await person('zoe@terrastage.example');
    await person('twice@terrastage.example');
    await person('unverified@terrastage.example', { verified: false });
  });

  beforeAll(async () => {
    backend = await startLoginBackend({
      provider: cognito,
      port,
      logoutUrl: `${cognito.url}/logout?client_id=${cognito.clientId}&logout_uri=http://localhost:${port}`,
      users,
    });
  });

  beforeEach(() => {
    backend.refusals.length = 0;
  });

  afterAll(async () => {
    await backend.stop();
    await cognito.stop();
  });

  async function person(email: string, { verified = true } = {}) {
    await api.send(
      new AdminCreateUserCommand({
        UserPoolId: cognito.userPoolId,
        Username: email,
        MessageAction: 'SUPPRESS',
        UserAttributes: [{ Name: 'email_verified', Value: String(verified) }],
      }),
    );
    await api.send(
      new AdminSetUserPasswordCommand({
        UserPoolId: cognito.userPoolId,
        Username: email,
        Password: PASSWORD,
        Permanent: true,
      }),
    );
  }

  const enter = (email: string, password = PASSWORD) =>
    logIn({
      backendUrl: backend.url,
      cognitoUrl: cognito.url,
      email,
      password,
    });

  function visitor() {
    const auth = `${backend.url}/api/auth/oidc`;
    const browser = new Browser([auth, cognito.url]);
    const start = (query: Record<string, string> = {}) =>
      browser.open(
        `${auth}/start?${new URLSearchParams({
          env: 'development',
          origin: backend.url,
          flow: 'redirect',
          redirectUrl: `${backend.url}/`,
          ...query,
        })}`,
      );
    const call = (path: string, method = 'GET') =>
      browser.fetch(`${auth}/${path}?env=development`, {
        method,
        headers: { 'x-requested-with': 'XMLHttpRequest' },
      });
    return { browser, start, call };
  }

  it('signs in the user with the email, in whatever case', async () => {
    const session = await enter('ANA@terrastage.example');

    expect(session.userEntityRef).toBe('user:default/ana');
  });

  it.each([
    ['zoe@terrastage.example', 'unknown-user'],
    // Backstage's own resolver takes it for ana@.
    ['ana+x@terrastage.example', 'unknown-user'],
    ['twice@terrastage.example', 'ambiguous-user'],
    ['unverified@terrastage.example', 'email-not-verified'],
  ])('refuses %s: %s', async (email, reason) => {
    await expect(enter(email)).rejects.toMatchObject({
      reason: expect.stringMatching(new RegExp(`^${reason}: `)),
    });

    expect(backend.refusals).toEqual([`${reason} ${email}`]);
  });

  it('hands out no session with a refusal', async () => {
    const { browser, start, call } = visitor();
    await start();

    await browser.submit({
      username: 'zoe@terrastage.example',
      password: PASSWORD,
    });

    expect((await call('refresh')).status).toBe(401);
  });

  it('refreshes a session, and ends it when the person is disabled', async () => {
    const { browser, start, call } = visitor();
    await start();
    await browser.submit({
      username: 'ana@terrastage.example',
      password: PASSWORD,
    });
    const who = { UserPoolId: cognito.userPoolId, Username: users[0].email };

    const refreshed = await call('refresh');
    await api.send(new AdminDisableUserCommand(who));
    const refused = await call('refresh');
    await api.send(new AdminEnableUserCommand(who));

    expect(await refreshed.json()).toMatchObject({
      profile: { email: 'ana@terrastage.example' },
      backstageIdentity: { identity: { userEntityRef: 'user:default/ana' } },
    });
    expect(refused.status).toBe(401);
  });

  it('ends the session, the tokens and the session of Cognito at sign-out', async () => {
    const { browser, start, call } = visitor();
    await start();
    await browser.submit({
      username: 'ana@terrastage.example',
      password: PASSWORD,
    });

    const { logoutUrl } = await (await call('logout', 'POST')).json();
    const back = await browser.open(logoutUrl);
    const again = await start();

    expect(back.url).toBe(`${backend.url}/`);
    expect(again.html).toContain('type="password"');
    expect((await call('refresh')).status).toBe(401);
  });

  it.each(['https://evil.example/', 'not an address', '//evil.example'])(
    'does not lead back to %s',
    async redirectUrl => {
      const page = await visitor().start({ redirectUrl });

      expect(page.status).toBe(403);
      expect(page.html).toContain('leads back to');
    },
  );
});

describe('the login with a provider that is away', () => {
  it('leads back with the reason, and works once it is there', async () => {
    const cognitoPort = await freePort();
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const backend = await startLoginBackend({
      port,
      users,
      provider: {
        metadataUrl: `http://localhost:${cognitoPort}/metadata`,
        clientId: 'client',
        clientSecret: 'secret',
      },
    });
    const start = () =>
      new Browser([`${url}/api`]).open(
        `${url}/api/auth/oidc/start?${new URLSearchParams({
          env: 'development',
          flow: 'redirect',
          redirectUrl: `${url}/resources`,
        })}`,
      );

    const away = await start();
    const provider = await serveMetadata(cognitoPort);
    const there = await start();
    provider.close();
    await backend.stop();

    expect(away.url).toBe(`${url}/resources?error=provider-away`);
    expect(there.url).toContain('https://login.example/authorize?');
  });
});

async function serveMetadata(port: number): Promise<Server> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        issuer: 'https://login.example',
        authorization_endpoint: 'https://login.example/authorize',
        token_endpoint: 'https://login.example/token',
        userinfo_endpoint: 'https://login.example/userinfo',
        jwks_uri: 'https://login.example/keys',
      }),
    );
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
