import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetObjectCommand, HeadBucketCommand } from '@aws-sdk/client-s3';
import { freePort } from '@terrastage/local/testing';
import { parseStateFile } from '../state/stateFile';
import { RunnerWorld } from '../testing/RunnerWorld';
import { aJob } from '../testing/aJob';
import { bundleOf } from '../testing/bundleOf';
import { s3Module } from '../testing/s3Module';
import { doneCount, happened } from '../testing/happened';
import { FaultProxy, startFaultProxy } from '../testing/startFaultProxy';

jest.setTimeout(180_000);

describe('a run with faults around it', () => {
  let world: RunnerWorld;
  let proxy: FaultProxy;
  beforeAll(async () => {
    world = await RunnerWorld.start();
    proxy = await startFaultProxy(world.aws.url);
    const warming = await world.run({ operation: 'plan' }, { verdict: 'exit' });
    await warming.end();
  });
  afterEach(() => {
    proxy.fault = () => undefined;
  });
  afterAll(async () => {
    await proxy.close();
    await world.stop();
  });

  const through = (url: string) => ({
    AWS_ENDPOINT_URL: url,
    AWS_ENDPOINT_URL_STS: url,
  });

  it('goes on while the portal is away, and sends what it missed in order', async () => {
    const run = await world.run();
    const { portal } = run;
    await portal.until(() => happened(portal.events, 'plan', 'started'));

    await portal.close();
    await sleep(3_000);
    await portal.listen();

    expect(await run.end()).toMatchObject({ outcome: 'applied' });
    expect(portal.events.map(({ seq }) => seq)).toEqual(
      portal.events.map((_, index) => index + 1),
    );
    expect(happened(portal.events, 'output', 'finished')).toBe(true);
  });

  it('keeps its result until a restarted portal takes it', async () => {
    const run = await world.run();
    const { portal } = run;
    await portal.until(() => doneCount(portal.events) > 0);

    portal.refuseWith = 503;
    await sleep(4_000);
    portal.refuseWith = undefined;

    expect(await run.end()).toMatchObject({ outcome: 'applied' });
    expect(portal.results).toHaveLength(1);
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

    proxy.fault = ({ url }) =>
      url?.startsWith('/states') ? 'reset' : undefined;
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

    proxy.fault = () => 'reset';
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
    proxy.fault = ({ method, url }) =>
      method === 'PUT' && url?.includes(`${run.job.state.key}?`)
        ? 403
        : undefined;

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
    proxy.fault = ({ method, url }) =>
      method === 'PUT' && url?.includes('/plan?') ? 403 : undefined;

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

  describe('on a disk of its own', () => {
    /** A file system of one megabyte in the place of the run's folder, seen by the runner alone. */
    const ownDisk = (workDir: string) => [
      'unshare',
      '--map-root-user',
      '--mount',
      'sh',
      '-c',
      'mount -t tmpfs -o size=1m none "$0" && exec "$@"',
      workDir,
    ];

    /** Terraform behind a script that fills the disk before it plans. */
    const fillingTerraform = async (workDir: string) => {
      const path = join(world.folder.path, `${world.newName()}.sh`);
      const lines = [
        '#!/bin/sh',
        `[ "$1" != plan ] || dd if=/dev/zero of='${workDir}/ballast' bs=4k 2>/dev/null`,
        `exec '${world.terraform}' "$@"`,
      ];
      await writeFile(path, lines.join('\n'), { mode: 0o700 });
      return path;
    };

    it('says so when the disk is full while it plans, and loses no event', async () => {
      const workDir = join(world.folder.path, world.newName());

      const run = await world.run(
        {},
        {
          workDir,
          wrapper: ownDisk(workDir),
          terraform: await fillingTerraform(workDir),
        },
      );

      expect(await run.end()).toMatchObject({
        outcome: 'failed',
        applyStarted: false,
        failure: {
          code: 'disk_full',
          message: expect.stringContaining(workDir),
        },
      });
      expect(happened(run.portal.events, 'plan', 'failed')).toBe(true);
    });

    it('says so when there is no room even for the workspace', async () => {
      const bundle = bundleOf({
        'main.tf': 'locals {}',
        'large.bin': 'x'.repeat(1_200_000),
      });
      const workDir = join(world.folder.path, world.newName());

      const run = await world.run(
        { bundle: aJob(bundle).bundle, variables: {} },
        { bundle, workDir, wrapper: ownDisk(workDir) },
      );

      expect(await run.end()).toMatchObject({
        outcome: 'failed',
        failure: { code: 'disk_full', step: 'prepare' },
      });
    });
  });

  it('lets no secret out, whatever it is made into', async () => {
    const secret = 'hunter2 & söhne/+x';
    const bundle = bundleOf({
      'main.tf': `
variable "name" { type = string }
variable "secret" {
  type      = string
  sensitive = true
}
resource "aws_ssm_parameter" "this" {
  name  = "/\${var.name}/\${nonsensitive(urlencode(var.secret))}"
  type  = "String"
  value = var.secret
}
resource "aws_s3_bucket" "this" {
  bucket = var.name
  tags   = { encoded = nonsensitive(base64encode("user:\${var.secret}")) }
}
output "secret" {
  value     = "is \${var.secret}"
  sensitive = true
}
output "plain" {
  value = nonsensitive(var.secret)
}
`,
    });
    const name = world.newName();

    const run = await world.run(
      {
        runId: name,
        bundle: aJob(bundle).bundle,
        variables: { name, secret },
        review: 'full',
      },
      { bundle },
    );
    const result = await run.end();

    const told = JSON.stringify([run.portal.events, run.portal.plans, result]);
    expect(result).toMatchObject({
      outcome: 'applied',
      outputs: {
        secret: { sensitive: true },
        plain: { sensitive: false, value: '(sensitive)' },
      },
    });
    expect(told).not.toContain('hunter2');
    expect(told).not.toContain(
      Buffer.from(`user:${secret}`).toString('base64').slice(8, 20),
    );
    expect(told).toContain('(sensitive)');
  });

  it('keeps templates in values literal', async () => {
    const bundle = bundleOf({
      'main.tf':
        'variable "text" {\n  type = string\n}\nresource "terraform_data" "x" {\n  input = var.text\n}\noutput "text" {\n  value = terraform_data.x.output\n}\n',
    });
    const text = '${file("/etc/passwd")} %{ if true }x%{ endif } $(id) `id`';

    const run = await world.run(
      { bundle: aJob(bundle).bundle, variables: { text } },
      { bundle },
    );

    expect(await run.end()).toMatchObject({
      outcome: 'applied',
      outputs: { text: { value: text } },
    });
  });

  it('tags what a module makes in another region, too', async () => {
    const bundle = bundleOf({
      'main.tf': `
variable "name" { type = string }
provider "aws" {
  region = "ap-south-1"
}
provider "aws" {
  alias  = "west"
  region = "us-west-2"
}
resource "aws_s3_bucket" "here" {
  bucket = "\${var.name}-here"
}
resource "aws_s3_bucket" "west" {
  provider = aws.west
  bucket   = "\${var.name}-west"
}
output "tags" {
  value = [aws_s3_bucket.here.tags_all, aws_s3_bucket.west.tags_all]
}
output "regions" {
  value = [aws_s3_bucket.here.region, aws_s3_bucket.west.region]
}
`,
    });
    const name = world.newName();

    const run = await world.run(
      { runId: name, bundle: aJob(bundle).bundle, variables: { name } },
      { bundle },
    );

    expect(await run.end()).toMatchObject({
      outcome: 'applied',
      outputs: {
        tags: { value: [run.job.tags, run.job.tags] },
        regions: { value: ['us-east-1', 'us-west-2'] },
      },
    });
    await world.s3().send(new HeadBucketCommand({ Bucket: `${name}-here` }));
  });

  it('prepares a folder once and uses it many times, also at once', async () => {
    const initCacheDir = join(world.folder.path, world.newName());
    const plans = () =>
      world.run({ operation: 'plan' }, { verdict: 'exit', initCacheDir });

    const first = await Promise.all([plans(), plans(), plans(), plans()]);
    const results = await Promise.all(first.map(run => run.end()));
    const fifth = await plans();
    const last = await fifth.end();

    expect([...results, last].map(({ outcome }) => outcome)).toEqual(
      Array(5).fill('planned'),
    );
    expect(await readdir(initCacheDir)).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}\.json$/),
    ]);
    expect(happened(first[0].portal.events, 'validate', 'finished')).toBe(true);
    expect(happened(fifth.portal.events, 'validate', 'skipped')).toBe(true);
    expect(JSON.stringify(fifth.portal.events)).not.toContain('Initializing');
  });

  it('runs init itself when the entry in the cache is broken', async () => {
    const initCacheDir = join(world.folder.path, world.newName());
    const plan = () =>
      world.run({ operation: 'plan' }, { verdict: 'exit', initCacheDir });
    await (await plan()).end();
    const [entry] = await readdir(initCacheDir);
    await writeFile(join(initCacheDir, entry), '{"layout": 1, "prov');

    const run = await plan();

    expect(await run.end()).toMatchObject({ outcome: 'planned' });
    expect(happened(run.portal.events, 'validate', 'finished')).toBe(true);
    const text = await readFile(join(initCacheDir, entry), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ layout: 1 });
  });
});
