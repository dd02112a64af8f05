import { createWriteStream } from 'node:fs';
import { dirname } from 'node:path';
import {
  findTerraform,
  localAwsEnv,
  startLocalAws,
  tempDir,
  terraformCliConfig,
  type LocalAws,
  type TempDir,
} from '@terrastage/local/testing';
import { Commands } from '../commands/Commands';
import type { InstallContext } from '../InstallContext';
import { settingsSchema } from '../settingsSchema';
import { Stack } from './Stack';

// Real Terraform against the local AWS: what the stand-ins of the other tests only note.
jest.setTimeout(5 * 60_000);

describe('a stack', () => {
  let aws: LocalAws;
  let folder: TempDir;
  let context: InstallContext;
  let said: string[];

  beforeAll(async () => {
    aws = await startLocalAws();
    folder = await tempDir('terrastage-stack-');
    said = [];
    const terraform = await findTerraform();
    const { file } = await terraformCliConfig(folder.path);
    const log = createWriteStream(`${folder.path}/log`);
    context = {
      settings: settingsSchema.parse({
        account: '123456789012',
        region: 'us-east-1',
        domain: 'portal.example.com',
        hostedZoneId: 'Z0123456789',
        adminRoleArns: ['arn:aws:iam::123456789012:role/platform'],
        imageTag: 'v1',
        bucketNames: ['acme-*'],
        environments: { dev: null },
        costCenters: [{ name: 'CC-1001' }],
        stacks: { bootstrap: { force_destroy: true } },
      }),
      folder: folder.path,
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
          TF_CLI_CONFIG_FILE: file,
        },
        dryRun: false,
        say: line => said.push(line),
        log: line => log.write(`${line}\n`),
        signal: new AbortController().signal,
      }),
    };
  });

  afterAll(async () => {
    await aws?.stop();
    await folder?.remove();
  });

  it('is applied, found unchanged, and taken away by real Terraform', async () => {
    const stack = new Stack('bootstrap', context);
    await stack.prepare();

    expect(await stack.isEmpty()).toBe(true);
    await stack.readOutputs();
    expect(context.outputs.bootstrap).toBeUndefined();

    expect(await stack.apply()).toBe(true);
    await stack.readOutputs();
    expect(context.outputs.bootstrap?.backend.bucket).toBe(
      'terrastage-123456789012-platform-state',
    );
    expect(await stack.isEmpty()).toBe(false);

    await stack.prepare();
    expect(await stack.apply()).toBe(false);
    expect(said).toContain('  nothing to change');

    await stack.destroy();
    expect(await stack.isEmpty()).toBe(true);
  });

  it('keeps its state in the bucket of the bootstrap', async () => {
    const bootstrap = new Stack('bootstrap', context);
    await bootstrap.prepare();
    await bootstrap.apply();
    await bootstrap.readOutputs();

    const cluster = new Stack('cluster', context);
    await cluster.prepare();

    expect(await cluster.isEmpty()).toBe(true);
    await cluster.readOutputs();
    expect(context.outputs.cluster).toBeUndefined();
  });

  it('ends with what Terraform says, and what to do', async () => {
    const broken = new Stack('bootstrap', {
      ...context,
      settings: { ...context.settings, account: '999999999999' },
    });
    await broken.prepare();

    await expect(broken.apply()).rejects.toMatchObject({
      message: expect.stringContaining('ended with 1'),
      hint: expect.stringContaining('force-unlock'),
    });
  });
});
