import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RunnerWorld } from '../testing/__testUtils__/RunnerWorld';
import { happened } from '../testing/happened';
import { FaultProxy, startFaultProxy } from '../testing/startFaultProxy';

jest.setTimeout(180_000);

describe('a run with a web identity', () => {
  let world: RunnerWorld;
  let proxy: FaultProxy;
  /** Tokens that STS was shown, in order, and for which session. */
  let shown: { token: string; session: string }[];

  beforeAll(async () => {
    world = await RunnerWorld.start();
    proxy = await startFaultProxy(world.aws.url);
    proxy.onRequest((_, body) => {
      const form = new URLSearchParams(body);
      if (form.get('Action') === 'AssumeRoleWithWebIdentity') {
        shown.push({
          token: form.get('WebIdentityToken')!,
          session: form.get('RoleSessionName')!,
        });
      }
    });
  });
  beforeEach(() => {
    shown = [];
  });
  afterAll(async () => {
    await proxy.close();
    await world.stop();
  });

  /** As a pod with a service account has it: a role, a file with a token, and nothing else. */
  async function likeIrsa() {
    const tokenFile = join(world.folder.path, `${world.newName()}.jwt`);
    await writeFile(tokenFile, 'first-token-of-the-service-account');
    return {
      tokenFile,
      env: {
        AWS_ACCESS_KEY_ID: undefined,
        AWS_SECRET_ACCESS_KEY: undefined,
        AWS_WEB_IDENTITY_TOKEN_FILE: tokenFile,
        AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/runner',
        AWS_ENDPOINT_URL: proxy.url,
        AWS_ENDPOINT_URL_STS: proxy.url,
      },
    };
  }

  it('needs no key, and follows a token that is replaced in mid-run', async () => {
    const { env, tokenFile } = await likeIrsa();
    const run = await world.run({ review: 'full' }, { env });
    const { portal, workDir } = run;
    await portal.until(() => happened(portal.events, 'plan', 'finished'));

    await writeFile(tokenFile, 'second-token-of-the-service-account');
    const result = await run.end();

    const { runId } = run.job;
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(portal.events).toContainEqual(
      expect.objectContaining({
        message: `Running as arn:aws:sts::123456789012:assumed-role/runner/terrastage-${runId}`,
      }),
    );
    expect(new Set(shown.map(({ session }) => session))).toEqual(
      new Set([`terrastage-${runId}`]),
    );
    expect(shown.at(0)?.token).toBe('first-token-of-the-service-account');
    expect(shown.at(-1)?.token).toBe('second-token-of-the-service-account');
    expect(await filesWith(workDir, 'token-of-the-service-account')).toEqual(
      [],
    );
  });

  it("assumes the job's role in the place of the environment's", async () => {
    const { env } = await likeIrsa();
    const roleArn = 'arn:aws:iam::123456789012:role/of-the-template';

    const run = await world.run(
      {
        operation: 'plan',
        aws: { region: 'us-east-1', account: '123456789012', roleArn },
      },
      { env, verdict: 'exit' },
    );

    expect(await run.end()).toMatchObject({ outcome: 'planned' });
    expect(JSON.stringify(run.portal.events)).toContain(
      'assumed-role/of-the-template/terrastage-',
    );
  });

  it('says so when the token cannot be read', async () => {
    const { env } = await likeIrsa();

    const run = await world.run(
      {},
      { env: { ...env, AWS_WEB_IDENTITY_TOKEN_FILE: '/nowhere/token' } },
    );

    expect(await run.end()).toMatchObject({
      outcome: 'failed',
      applyStarted: false,
      failure: {
        code: 'identity',
        message: expect.stringContaining('/nowhere/token'),
      },
    });
  });
});

/** Files below a folder that hold a text. */
async function filesWith(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
  const contents = await Promise.all(
    paths.map(path => readFile(path, 'latin1')),
  );
  return paths.filter((_, index) => contents[index].includes(text));
}
