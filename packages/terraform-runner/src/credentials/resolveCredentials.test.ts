import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TempFolder, tempFolder } from '../testing/tempFolder';
import { resolveCredentials } from './resolveCredentials';

const roleArn = 'arn:aws:iam::123456789012:role/terrastage';

describe('resolveCredentials', () => {
  let folder: TempFolder;
  beforeEach(async () => {
    folder = await tempFolder();
  });
  afterEach(() => folder.remove());

  const resolve = (
    env: Record<string, string>,
    aws: { roleArn?: string } = {},
    runId = 'run-1',
  ) =>
    resolveCredentials({
      env,
      job: {
        runId,
        aws: { region: 'eu-west-1', account: '123456789012', ...aws },
      },
      folder: folder.path,
    });

  it('writes a profile for web identity, with no secret in it', async () => {
    const tokenFile = join(folder.path, 'token');
    await writeFile(tokenFile, 'the-token');

    const credentials = await resolve({
      AWS_WEB_IDENTITY_TOKEN_FILE: tokenFile,
      AWS_ROLE_ARN: roleArn,
      AWS_ACCESS_KEY_ID: 'AKIA',
      AWS_SECRET_ACCESS_KEY: 'static-secret',
    });

    const config = credentials.env.AWS_CONFIG_FILE;
    expect(credentials.env).toEqual({
      AWS_CONFIG_FILE: join(folder.path, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(folder.path, 'credentials'),
      AWS_PROFILE: 'terrastage',
      AWS_REGION: 'eu-west-1',
    });
    expect(await readFile(config, 'utf8')).toBe(
      [
        '[profile terrastage]',
        `role_arn = ${roleArn}`,
        `web_identity_token_file = ${tokenFile}`,
        'role_session_name = terrastage-run-1',
        'region = eu-west-1',
        '',
      ].join('\n'),
    );
    expect((await stat(config)).mode & 0o777).toBe(0o600);
    expect(credentials.secrets).toEqual(['the-token']);
  });

  it("prefers the job's role to that of the environment", async () => {
    const other = 'arn:aws:iam::123456789012:role/other';

    const { env } = await resolve(
      { AWS_WEB_IDENTITY_TOKEN_FILE: '/token', AWS_ROLE_ARN: roleArn },
      { roleArn: other },
    );

    expect(await readFile(env.AWS_CONFIG_FILE, 'utf8')).toContain(other);
  });

  it('keeps the session name within the rules of STS', async () => {
    const { env } = await resolve(
      { AWS_WEB_IDENTITY_TOKEN_FILE: '/token', AWS_ROLE_ARN: roleArn },
      {},
      `a b/${'x'.repeat(80)}`,
    );

    const text = await readFile(env.AWS_CONFIG_FILE, 'utf8');
    expect(/role_session_name = (.*)/.exec(text)![1]).toMatch(
      /^terrastage-a-b-x{49}$/,
    );
  });

  it('refuses a role or a path that would add lines to the profile', async () => {
    await expect(
      resolve(
        { AWS_WEB_IDENTITY_TOKEN_FILE: '/token' },
        { roleArn: `${roleArn}\ncredential_process = id` },
      ),
    ).rejects.toMatchObject({ code: 'identity' });
  });

  it('refuses to go on without the role that the job names', async () => {
    await expect(
      resolve(
        { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' },
        { roleArn },
      ),
    ).rejects.toMatchObject({
      code: 'identity',
      message: expect.stringContaining(roleArn),
    });
  });

  it('hands static keys on by the environment alone', async () => {
    const { env, provider, secrets } = await resolve({
      AWS_ACCESS_KEY_ID: 'AKIA',
      AWS_SECRET_ACCESS_KEY: 'a-secret-of-some-length',
      AWS_SESSION_TOKEN: 'a-token-of-some-length',
      AWS_PROFILE: 'other',
      HOME: '/root',
    });

    expect(env).toEqual({
      AWS_ACCESS_KEY_ID: 'AKIA',
      AWS_SECRET_ACCESS_KEY: 'a-secret-of-some-length',
      AWS_SESSION_TOKEN: 'a-token-of-some-length',
      AWS_REGION: 'eu-west-1',
    });
    expect(await provider()).toEqual({
      accessKeyId: 'AKIA',
      secretAccessKey: 'a-secret-of-some-length',
      sessionToken: 'a-token-of-some-length',
    });
    expect(secrets).toEqual([
      'a-secret-of-some-length',
      'a-token-of-some-length',
    ]);
  });

  it('does not blank out the words that a local AWS takes for keys', async () => {
    const { secrets } = await resolve({
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    });

    expect(secrets).toEqual([]);
  });

  it("names the user's own files where a profile may be meant", async () => {
    const { env } = await resolve({ HOME: '/home/me', AWS_PROFILE: 'dev' });

    expect(env).toEqual({
      HOME: '/home/me',
      AWS_PROFILE: 'dev',
      AWS_CONFIG_FILE: '/home/me/.aws/config',
      AWS_SHARED_CREDENTIALS_FILE: '/home/me/.aws/credentials',
      AWS_REGION: 'eu-west-1',
    });
  });
});
