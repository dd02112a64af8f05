import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  awsRest,
  findTerraform,
  localAwsEnv,
  startLocalAws,
  tempDir,
  type LocalAws,
  type TempDir,
} from '@terrastage/local/testing';
import { stackOutputs } from '../../__testUtils__/stackOutputs';
import { Commands } from '../commands/Commands';
import type { InstallContext } from '../InstallContext';
import { settingsSchema } from '../settingsSchema';
import { Stack } from './Stack';

// Real Terraform, on stacks that need no provider: what the stacks of deploy/terraform make is tried beside them.
jest.setTimeout(2 * 60_000);

const BUCKET = 'terrastage-123456789012-platform-state';

const FILES = {
  bootstrap: {
    output: Object.fromEntries(
      Object.entries(stackOutputs.bootstrap).map(([name, { value }]) => [
        name,
        { value, depends_on: ['terraform_data.this'] },
      ]),
    ),
  },
  cluster: { terraform: { backend: { s3: { key: 'cluster.tfstate' } } } },
};

describe('a stack', () => {
  let aws: LocalAws;
  let folder: TempDir;
  let log: WriteStream;
  let context: InstallContext;
  let said: string[];

  beforeAll(async () => {
    aws = await startLocalAws();
    await awsRest(aws, 's3', 'PUT', `/${BUCKET}`);
  });

  beforeEach(async () => {
    folder = await tempDir('terrastage-stack-');
    said = [];
    log = createWriteStream(join(folder.path, 'log'));
    const terraform = await findTerraform();
    context = {
      settings: settingsSchema.parse({
        account: '123456789012',
        region: 'eu-west-1',
        domain: 'portal.example.com',
        hostedZoneId: 'Z0123456789',
        adminRoleArns: ['arn:aws:iam::123456789012:role/platform'],
        imageTag: 'v1',
        bucketNames: ['acme-*'],
        environments: { dev: null },
        costCenters: [{ name: 'CC-1001' }],
      }),
      folder: join(folder.path, 'platform'),
      say: line => said.push(line),
      ask: async () => '',
      sleep: async () => undefined,
      usersCommand: [],
      outputs: {},
      commands: new Commands({
        env: {
          ...localAwsEnv(aws.url),
          PATH: `${dirname(terraform!.path)}:${process.env.PATH}`,
          HOME: folder.path,
        },
        dryRun: false,
        say: line => said.push(line),
        log: line => log.write(`${line}\n`),
        signal: new AbortController().signal,
      }),
    };
  });

  afterEach(async () => {
    await new Promise(done => log.end(done));
    await folder.remove();
  });

  afterAll(async () => {
    await aws?.stop();
  });

  /** One whose resource is made anew when the variable `region` changes. Terraform only warns of the other variables. */
  async function stackOf(name: 'bootstrap' | 'cluster', over: object = {}) {
    const source = join(folder.path, 'source', name);
    await mkdir(source, { recursive: true });
    await writeFile(
      join(source, 'main.tf.json'),
      JSON.stringify({
        variable: { region: {}, account: { type: 'string' }, name: {} },
        resource: {
          terraform_data: { this: { triggers_replace: ['${var.region}'] } },
        },
        ...FILES[name],
        ...over,
      }),
    );
    return new Stack(name, context, source);
  }

  it('is applied, found unchanged, changed and taken away by real Terraform', async () => {
    const stack = await stackOf('bootstrap');
    await stack.prepare();

    expect(await stack.isEmpty()).toBe(true);
    await stack.readOutputs();
    expect(context.outputs.bootstrap).toBeUndefined();

    expect(await stack.apply()).toBe(true);
    await stack.readOutputs();
    expect(context.outputs.bootstrap?.backend).toMatchObject({
      bucket: BUCKET,
      use_lockfile: true,
    });
    expect(await stack.isEmpty()).toBe(false);

    await stack.prepare();
    expect(await stack.apply()).toBe(false);
    expect(said).toContain('  nothing to change');
    expect(await stack.apply({ region: 'us-east-1' })).toBe(true);

    await stack.destroy();
    expect(await stack.isEmpty()).toBe(true);
  });

  it('keeps its state in the bucket of the bootstrap, where another machine finds it', async () => {
    context.outputs.bootstrap = {
      state_buckets: {},
      kms_key_arn: '',
      backend: { bucket: BUCKET, region: 'eu-west-1', use_lockfile: true },
    };
    const first = await stackOf('cluster');
    await first.prepare();
    await first.apply();
    await rm(context.folder, { recursive: true });

    const second = await stackOf('cluster');
    await second.prepare();

    expect(await second.isEmpty()).toBe(false);
    expect(await second.apply()).toBe(false);
  });

  it('has no file that a former version had', async () => {
    const former = await stackOf('bootstrap');
    await writeFile(
      join(folder.path, 'source/bootstrap/former.tf'),
      'output "former" { value = 1 }\n',
    );
    await former.prepare();
    await former.apply();
    await rm(join(folder.path, 'source/bootstrap/former.tf'));

    const stack = await stackOf('bootstrap');
    await stack.prepare();

    expect(await stack.apply()).toBe(true);
    expect(await stack.apply()).toBe(false);
  });

  it('ends with what Terraform says, and what to do', async () => {
    const broken = await stackOf('bootstrap', {
      variable: {
        account: {
          validation: {
            condition: '${var.account == "999999999999"}',
            error_message: 'There is no such account.',
          },
        },
        name: {},
        region: {},
      },
    });
    await broken.prepare();

    await expect(broken.apply()).rejects.toMatchObject({
      message: expect.stringContaining('There is no such account.'),
      hint: expect.stringContaining('force-unlock'),
    });
  });
});
