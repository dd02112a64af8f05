import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminInitiateAuthCommand,
  AdminResetUserPasswordCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { generators, Issuer, type BaseClient } from 'openid-client';
import { isAlive } from '../system/isAlive';
import { tempDir, type TempDir } from '../system/tempDir';
import { startLocalCognito, type LocalCognito } from './startLocalCognito';
import { Browser } from './Browser';

jest.setTimeout(60_000);

const CALLBACK = 'http://localhost:7007/api/auth/oidc/handler/frame';
const PASSWORD = 'Correct-horse-1';

describe('the local Cognito', () => {
  let folder: TempDir;
  let cognito: LocalCognito;
  let api: CognitoIdentityProviderClient;
  let client: BaseClient;
  let browser: Browser;
  let count = 0;

  beforeAll(async () => {
    folder = await tempDir();
    cognito = await startLocalCognito({ logFile: join(folder.path, 'log') });
    api = apiOf(cognito);
    client = await clientOf(cognito);
  });

  afterAll(async () => {
    await cognito.stop();
    await folder.remove();
  });

  beforeEach(() => {
    browser = new Browser([cognito.url]);
  });

  function apiOf({ url }: LocalCognito) {
    return new CognitoIdentityProviderClient({
      endpoint: url,
      region: 'local',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
  }

  /** As Backstage's OIDC provider makes it. */
  async function clientOf({
    metadataUrl,
    clientId,
    clientSecret,
  }: LocalCognito) {
    const issuer = await Issuer.discover(metadataUrl);
    return new issuer.Client({
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [CALLBACK],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_basic',
      id_token_signed_response_alg: 'RS256',
    });
  }

  async function newPerson(
    attributes: Record<string, string> = { email_verified: 'true' },
  ): Promise<{
    email: string;
    user: { UserPoolId: string; Username: string };
  }> {
    count += 1;
    const email = `person${count}@example.com`;
    const user = { UserPoolId: cognito.userPoolId, Username: email };
    await api.send(
      new AdminCreateUserCommand({
        ...user,
        MessageAction: 'SUPPRESS',
        UserAttributes: Object.entries({
          email,
          name: 'A Person',
          ...attributes,
        }).map(([Name, Value]) => ({ Name, Value })),
      }),
    );
    await api.send(
      new AdminSetUserPasswordCommand({
        ...user,
        Password: PASSWORD,
        Permanent: true,
      }),
    );
    return { email, user };
  }

  function authorizationUrl(more: Record<string, string> = {}) {
    return client.authorizationUrl({
      scope: 'openid profile email',
      state: 'some-state',
      nonce: 'some+nonce/=',
      ...more,
    });
  }

  async function logIn(email: string, password = PASSWORD) {
    await browser.open(authorizationUrl());
    return browser.submit({ username: email, password });
  }

  async function tokensFor(callback: string) {
    return client.callback(CALLBACK, client.callbackParams(callback), {
      state: 'some-state',
      nonce: 'some+nonce/=',
    });
  }

  it('logs somebody in, with the tokens that Cognito makes', async () => {
    const { email } = await newPerson();

    const { url } = await logIn(email);
    const tokens = await tokensFor(url);
    const userInfo = await client.userinfo(tokens);

    expect(url.startsWith(CALLBACK)).toBe(true);
    expect(tokens.claims()).toMatchObject({
      iss: cognito.issuer,
      aud: cognito.clientId,
      email,
      email_verified: true,
      name: 'A Person',
      token_use: 'id',
    });
    expect(userInfo).toMatchObject({
      sub: tokens.claims().sub,
      email,
      email_verified: 'true',
    });
  });

  it('says that an email is not verified', async () => {
    const { email } = await newPerson({ email_verified: 'false' });

    const tokens = await tokensFor((await logIn(email)).url);
    const userInfo = await client.userinfo(tokens);

    expect(tokens.claims().email_verified).toBe(false);
    expect(userInfo.email_verified).toBe('false');
  });

  it.each([
    { who: 'a wrong password', email: undefined, password: 'Wrong-horse-1' },
    { who: 'an unknown user', email: 'zoe@example.com', password: PASSWORD },
    { who: 'no password', email: undefined, password: '' },
  ])('answers $who in the same words', async ({ email, password }) => {
    const known = await newPerson();

    const page = await logIn(email ?? known.email, password);

    expect(page.alert).toBe('Incorrect username or password.');
  });

  it('takes the email in any case', async () => {
    const { email } = await newPerson();

    const { url } = await logIn(email.toUpperCase());

    expect(url.startsWith(CALLBACK)).toBe(true);
  });

  it('shows what was typed as text', async () => {
    const page = await logIn('"><script>alert(1)</script>@example.com');

    expect(page.html).not.toContain('<script>');
  });

  it('refuses somebody who is disabled, at the login and after it', async () => {
    const { email, user } = await newPerson();
    const tokens = await tokensFor((await logIn(email)).url);

    await api.send(new AdminDisableUserCommand(user));
    browser = new Browser([cognito.url]);
    const page = await logIn(email);

    expect(page.alert).toBe('User is disabled.');
    await expect(
      api.send(
        new AdminInitiateAuthCommand({
          UserPoolId: cognito.userPoolId,
          ClientId: cognito.clientId,
          AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: email, PASSWORD },
        }),
      ),
    ).rejects.toThrow('User is disabled.');
    await expect(client.refresh(tokens)).rejects.toThrow('invalid_grant');
    await expect(client.userinfo(tokens)).rejects.toThrow('invalid_token');

    await api.send(new AdminEnableUserCommand(user));
    expect((await logIn(email)).url).toContain('code=');
  });

  it('asks for a password of one’s own instead of a temporary one', async () => {
    const { email, user } = await newPerson();
    await api.send(
      new AdminSetUserPasswordCommand({
        ...user,
        Password: 'Temporary-pass-1',
        Permanent: false,
      }),
    );
    const change = (chosen: string) =>
      browser.submit({ new_password: chosen, confirmation: chosen });

    await logIn(email, 'Temporary-pass-1');
    const weak = await change('short');
    const { url } = await change('My-own-password-2');

    expect(weak.alert).toBe(
      'The password needs 12 characters, an upper case letter, a digit, a symbol.',
    );
    expect(url).toContain('code=');
    browser = new Browser([cognito.url]);
    expect((await logIn(email, 'Temporary-pass-1')).alert).toBeDefined();
    expect((await logIn(email, 'My-own-password-2')).url).toContain('code=');
  });

  it('takes a code of a mail after an administrator has reset a password', async () => {
    const { email, user } = await newPerson();

    await api.send(new AdminResetUserPasswordCommand(user));
    await logIn(email);
    const log = await readFile(join(folder.path, 'log'), 'utf8');
    const codes = [...log.matchAll(/Code: +(\S+)/g)].map(([, code]) => code);
    const send = (code: string) =>
      browser.submit({
        code,
        new_password: 'My-own-password-2',
        confirmation: 'My-own-password-2',
      });
    const wrong = await send('not-it');
    const { url } = await send(codes.pop()!);

    expect(wrong.alert).toBe('The code is not right.');
    expect(url).toContain('code=');
  });

  it('refreshes a session until it is revoked', async () => {
    const { email } = await newPerson();
    const tokens = await tokensFor((await logIn(email)).url);

    const fresh = await client.refresh(tokens);
    await client.revoke(tokens.refresh_token!);

    expect(fresh.claims().email).toBe(email);
    expect(fresh.refresh_token).toBeUndefined();
    await expect(client.refresh(tokens)).rejects.toThrow('invalid_grant');
    await expect(client.userinfo(fresh)).rejects.toThrow('invalid_token');
  });

  it('ends all sessions of somebody who is signed out by an administrator', async () => {
    const { email, user } = await newPerson();
    const tokens = await tokensFor((await logIn(email)).url);

    await api.send(new AdminUserGlobalSignOutCommand(user));

    await expect(client.refresh(tokens)).rejects.toThrow('invalid_grant');
  });

  it('knows a browser again until it signs out', async () => {
    const { email } = await newPerson();
    await logIn(email);

    const again = await browser.open(authorizationUrl());
    const asked = await browser.open(authorizationUrl({ prompt: 'login' }));
    const logout = new URL(`${cognito.url}/logout`);
    logout.searchParams.set('client_id', cognito.clientId);
    logout.searchParams.set('logout_uri', 'http://localhost:7007');
    const out = await browser.open(logout.toString());
    const silent = await browser.open(authorizationUrl({ prompt: 'none' }));
    const after = await browser.open(authorizationUrl());

    expect(again.url).toContain('code=');
    expect(asked.html).toContain('Sign in with your email');
    expect(out.url).toBe('http://localhost:7007/');
    expect(silent.url).toContain('error=login_required');
    expect(after.html).toContain('Sign in with your email');
  });

  it('sends nobody to an address that is not the client’s', async () => {
    const login = await browser.open(
      authorizationUrl({ redirect_uri: 'http://localhost:7007.evil.example/' }),
    );
    const logout = await browser.open(
      `${cognito.url}/logout?client_id=${cognito.clientId}&logout_uri=http://evil.example`,
    );

    expect([login.status, logout.status]).toEqual([400, 400]);
  });

  it('takes a code once, from the client alone, with its PKCE verifier', async () => {
    const { email } = await newPerson();
    const verifier = generators.codeVerifier();
    const withPkce = {
      code_challenge: generators.codeChallenge(verifier),
      code_challenge_method: 'S256',
    };
    const newCode = async () => {
      const page = await browser.open(authorizationUrl(withPkce));
      return new URL(page.url).searchParams.get('code')!;
    };
    const exchange = (code: string, more: Record<string, string> = {}) =>
      client.grant({
        grant_type: 'authorization_code',
        code,
        redirect_uri: CALLBACK,
        code_verifier: verifier,
        ...more,
      });
    await logIn(email);
    const used = await newCode();
    await exchange(used);
    const stranger = new client.issuer.Client({
      client_id: cognito.clientId,
      client_secret: 'guessed',
    });

    await expect(exchange(used)).rejects.toThrow('invalid_grant');
    await expect(
      exchange(await newCode(), { code_verifier: 'another' }),
    ).rejects.toThrow('invalid_grant');
    await expect(
      stranger.grant({ grant_type: 'authorization_code', code: used }),
    ).rejects.toThrow('invalid_client');
  });

  it('lets nobody sign up, and keeps a group that is there', async () => {
    const group = { UserPoolId: cognito.userPoolId, GroupName: 'payments' };
    await api.send(new CreateGroupCommand(group));

    const answers = await Promise.allSettled([
      api.send(new CreateGroupCommand(group)),
      api.send(
        new SignUpCommand({
          ClientId: cognito.clientId,
          Username: 'zoe@example.com',
          Password: PASSWORD,
        }),
      ),
    ]);

    expect(
      answers.map(answer => answer.status === 'rejected' && answer.reason.name),
    ).toEqual(['GroupExistsException', 'NotAuthorizedException']);
  });

  it('keeps people, passwords and its client in its folder', async () => {
    const options = { dataDir: join(folder.path, 'kept') };
    const first = await startLocalCognito(options);
    const user = {
      UserPoolId: first.userPoolId,
      Username: 'ana@example.com',
    };
    await apiOf(first).send(
      new AdminCreateUserCommand({ ...user, MessageAction: 'SUPPRESS' }),
    );
    await apiOf(first).send(
      new AdminSetUserPasswordCommand({
        ...user,
        Password: PASSWORD,
        Permanent: true,
      }),
    );
    await first.stop();

    const second = await startLocalCognito(options);
    client = await clientOf(second);
    browser = new Browser([second.url]);
    const { url } = await logIn('ana@example.com');
    await second.stop();
    client = await clientOf(cognito);

    expect(second).toMatchObject({
      userPoolId: first.userPoolId,
      clientId: first.clientId,
      clientSecret: first.clientSecret,
    });
    expect(url).toContain('code=');
  });

  it('ends by itself when its parent is killed', async () => {
    const parent = spawn(
      process.execPath,
      [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        '-e',
        `require(${JSON.stringify(require.resolve('./startLocalCognito'))})
          .startLocalCognito().then(cognito => console.log(cognito.pid));
         setInterval(() => {}, 1000);`,
      ],
      {
        cwd: __dirname,
        // What it can't remove itself goes with the test's own.
        env: { ...process.env, TMPDIR: folder.path },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const [line] = await once(createInterface(parent.stdout), 'line');
    const pid = Number(line);

    parent.kill('SIGKILL');

    for (let i = 0; i < 100 && isAlive(pid); i++) await sleep(50);
    expect(isAlive(pid)).toBe(false);
  });

  it('says that its port is taken', async () => {
    const port = Number(new URL(cognito.url).port);

    await expect(startLocalCognito({ port })).rejects.toThrow('EADDRINUSE');
  });
});
