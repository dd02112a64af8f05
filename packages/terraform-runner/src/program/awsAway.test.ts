import { readFile } from 'node:fs/promises';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { freePort } from '@terrastage/local/testing';
import { RunnerWorld } from '../testing/__testUtils__/RunnerWorld';
import { parseStateFile } from '../state/stateFile';
import { aJob } from '../testing/aJob';
import { doneCount } from '../testing/happened';
import { s3Module } from '../testing/s3Module';
import { FaultProxy, startFaultProxy } from '../testing/startFaultProxy';

jest.setTimeout(180_000);

describe('a run whose AWS is away, or refuses', () => {
  let world: RunnerWorld;
  let proxy: FaultProxy;
  beforeAll(async () => {
    world = await RunnerWorld.start();
    proxy = await startFaultProxy(world.aws.url);
  });
  afterEach(() => proxy.onRequest(() => undefined));
  afterAll(async () => {
    await proxy.close();
    await world.stop();
  });

  const through = (url: string) => ({
    AWS_ENDPOINT_URL: url,
    AWS_ENDPOINT_URL_STS: url,
  });

  it('names the endpoint when AWS is away', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;

    const run = await world.run({}, { env: through(url) });

    expect(await run.end()).toMatchObject({
      outcome: 'failed',
      applyStarted: false,
      failure: {
        code: 'unreachable',
        message: expect.stringContaining(url.slice('http://'.length)),
      },
    });
  });

  it('keeps the state on the machine when the state bucket goes away in the middle of an apply', async () => {
    const run = await world.run({}, { env: through(proxy.url) });
    await run.portal.until(() => doneCount(run.portal.events) > 0);

    proxy.onRequest(({ url }) =>
      url?.startsWith('/states') ? 'reset' : undefined,
    );
    const result = await run.end();

    expect(result).toMatchObject({
      outcome: 'failed',
      applyStarted: true,
      failure: { code: 'state_not_saved', step: 'apply' },
    });
    const path = result.savedState!;
    expect(result.failure?.message).toContain(path);
    expect(path.startsWith(run.workDir)).toBe(true);
    const saved = JSON.parse(await readFile(path, 'utf8'));
    expect(saved.resources).toHaveLength(5);
  });

  it('says what is unknown when Terraform has to be killed in the middle of an apply', async () => {
    const { limits } = aJob(s3Module);
    const run = await world.run(
      { limits: { ...limits, graceSeconds: 1 } },
      { env: through(proxy.url) },
    );
    await run.portal.until(() => doneCount(run.portal.events) > 0);

    proxy.onRequest(() => 'reset');
    run.portal.cancelRequested = true;

    expect(await run.end()).toMatchObject({
      outcome: 'failed',
      applyStarted: true,
      failure: {
        code: 'state_not_saved',
        message: expect.stringContaining('was killed'),
      },
    });
  });

  it('saves the state beside the plan when only its own place refuses it', async () => {
    const run = await world.run({}, { env: through(proxy.url) });
    proxy.onRequest(({ method, url }) =>
      method === 'PUT' && url?.includes(`${run.job.state.key}?`)
        ? 403
        : undefined,
    );

    const result = await run.end();

    const key = `runs/${run.job.runId}/errored.tfstate`;
    expect(result).toMatchObject({
      outcome: 'failed',
      applyStarted: true,
      failure: { code: 'state_not_saved' },
      savedState: `s3://states/${key}`,
    });
    const object = await world
      .s3()
      .send(new GetObjectCommand({ Bucket: 'states', Key: key }));
    const saved = parseStateFile(await object.Body!.transformToString());
    expect(saved.body?.resources).toHaveLength(5);
  });

  it('fails when a parked plan cannot be stored', async () => {
    proxy.onRequest(({ method, url }) =>
      method === 'PUT' && url?.includes('/plan?') ? 403 : undefined,
    );

    const run = await world.run(
      {},
      { verdict: 'exit', env: through(proxy.url) },
    );

    expect(await run.end()).toMatchObject({
      outcome: 'failed',
      failure: {
        code: 'plan_failed',
        message: expect.stringContaining(`runs/${run.job.runId}/plan`),
      },
    });
  });
});
