import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { BundleUpload } from '@terrastage/plugin-resources-common';
import {
  findTerraform,
  startLocalAws,
  stateBucket,
  tempDir,
  terraformCliConfig,
  type LocalAws,
  type LocalAwsOptions,
  type TempDir,
} from '@terrastage/local/testing';

const run = promisify(execFile);

export interface RealRunner {
  aws: LocalAws;
  /** For the launcher. */
  command: string[];
  env: Record<string, string>;
  /** As a start has it: what the first run of a template prepared, later ones need not. */
  initCacheDir: string;
}

/** The runner's program with Terraform and a local AWS, for the tests of one file; called outside of any `describe`. */
export function useRealRunner(
  options: Pick<LocalAwsOptions, 'managedPolicies'> = {},
): () => RealRunner {
  let runner: RealRunner | undefined;
  let folder: TempDir;

  beforeAll(async () => {
    folder = await tempDir('terrastage-real-runner-');
    const terraform = await findTerraform();
    if (!terraform) {
      throw new Error('These tests need Terraform or OpenTofu 1.10 on PATH');
    }
    const cli = await terraformCliConfig(folder.path);
    const aws = await startLocalAws(options);
    await stateBucket(aws, 'terrastage-state-dev');
    runner = {
      aws,
      command: [process.execPath, await runnerProgram()],
      env: {
        ...aws.env,
        TF_CLI_CONFIG_FILE: cli.file,
        TERRASTAGE_TERRAFORM: terraform.path,
      },
      initCacheDir: path.join(folder.path, 'workspaces'),
    };
    // The portal reads states with its own credentials, by the SDK's default chain.
    Object.assign(process.env, aws.env);
  }, 120_000);

  afterAll(async () => {
    await runner?.aws.stop();
    await folder.remove();
  }, 60_000);

  return () => runner!;
}

async function runnerProgram(): Promise<string> {
  const manifest = require.resolve('@terrastage/terraform-runner/package.json');
  const root = path.dirname(manifest);
  const { bin } = JSON.parse(await readFile(manifest, 'utf8'));
  const program = path.join(root, bin);
  if (!existsSync(program)) {
    await run(process.execPath, ['scripts/build-program.mjs'], { cwd: root });
  }
  return program;
}

/** The repository's own skeleton as a bundle. */
export async function skeletonBundle(name: string): Promise<BundleUpload> {
  const folder = resolvePackagePath(
    '@terrastage/plugin-resources-backend',
    '../../skeletons/terraform',
    name,
  );
  const names = await readdir(folder, { recursive: true });
  const files = await Promise.all(
    names
      .filter(file => /\.tf$|^terrastage\.yaml$/.test(file))
      .map(async file => ({
        path: file.split(path.sep).join('/'),
        content: (await readFile(path.join(folder, file))).toString('base64'),
      })),
  );
  return { files };
}
