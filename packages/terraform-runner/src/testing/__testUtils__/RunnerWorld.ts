import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { S3Client } from '@aws-sdk/client-s3';
import {
  LocalAws,
  findTerraform,
  startLocalAws,
  stateBucket,
  terraformCliConfig,
} from '@terrastage/local/testing';
import type { Bundle, Job, RunResult } from '../../protocol';
import { TestPortal, TestPortalOptions } from '../TestPortal';
import { aJob } from '../aJob';
import { s3Module } from '../s3Module';
import { StartedRunner, startRunner } from '../startRunner';
import { startTestPortal } from '../startTestPortal';
import { TempFolder, tempFolder } from '../tempFolder';

export type WorldRun = {
  job: Job;
  portal: TestPortal;
  runner: StartedRunner;
  workDir: string;
  /** Resolves with the result once it has arrived and the runner has ended. */
  end: () => Promise<RunResult>;
};

export type WorldRunOptions = {
  bundle?: Bundle;
  verdict?: TestPortalOptions['verdict'];
  env?: Record<string, string | undefined>;
  workDir?: string;
  terraform?: string;
  initCacheDir?: string;
  wrapper?: string[];
  standby?: boolean;
  /** Called with the portal before the runner is started. */
  before?: (portal: TestPortal) => void;
};

/** Everything around a runner for real: the built program, Terraform, the provider, a local AWS. */
export class RunnerWorld {
  readonly folder: TempFolder;
  readonly aws: LocalAws;
  readonly program: string;
  readonly env: Record<string, string | undefined>;
  readonly initCacheDir: string;
  readonly terraform: string;
  #runs = 0;
  readonly #portals: TestPortal[] = [];

  private constructor(
    parts: Pick<
      RunnerWorld,
      'folder' | 'aws' | 'program' | 'env' | 'terraform'
    >,
  ) {
    this.folder = parts.folder;
    this.aws = parts.aws;
    this.program = parts.program;
    this.env = parts.env;
    this.terraform = parts.terraform;
    this.initCacheDir = join(parts.folder.path, 'init-cache');
  }

  static async start(): Promise<RunnerWorld> {
    const folder = await tempFolder();
    const program = join(folder.path, 'terraform-runner.cjs');
    const script = require.resolve('../../../scripts/build-program.mjs');
    const [aws, config, terraform] = await Promise.all([
      startLocalAws(),
      terraformCliConfig(folder.path),
      findTerraform(),
      promisify(execFile)(process.execPath, [script, program]),
    ]);
    if (!terraform) {
      throw new Error('Put Terraform 1.10 or later on PATH to run this test');
    }
    await stateBucket(aws, 'states');
    const { PATH } = process.env;
    const env = { PATH, ...aws.env, TF_CLI_CONFIG_FILE: config.file };
    return new RunnerWorld({
      folder,
      aws,
      program,
      env,
      terraform: terraform.path,
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.#portals.map(portal => portal.close()));
    await this.aws.stop();
    await this.folder.remove();
  }

  s3(): S3Client {
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = this.aws.env;
    return new S3Client({
      endpoint: this.aws.url,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials: {
        accessKeyId: AWS_ACCESS_KEY_ID,
        secretAccessKey: AWS_SECRET_ACCESS_KEY,
      },
    });
  }

  /** A name that no other test of this world has. */
  newName(): string {
    this.#runs += 1;
    return `run-${process.pid}-${this.#runs}`;
  }

  /** Starts a runner for a job; by default one that makes a bucket of the run's name. */
  async run(
    changes: Partial<Job> = {},
    options: WorldRunOptions = {},
  ): Promise<WorldRun> {
    const bundle = options.bundle ?? s3Module;
    const runId = changes.runId ?? this.newName();
    const variables: Job['variables'] =
      bundle === s3Module ? { name: runId } : {};
    const job = aJob(bundle, { variables, ...changes, runId });
    const portal = await startTestPortal({
      job,
      bundle,
      verdict: options.verdict,
    });
    this.#portals.push(portal);
    options.before?.(portal);
    const workDir = options.workDir ?? join(this.folder.path, runId);
    await mkdir(workDir, { recursive: true });
    const runner = await startRunner({
      portal,
      program: this.program,
      runId,
      attempt: job.attempt,
      workDir,
      env: { ...this.env, ...options.env },
      initCacheDir: options.initCacheDir ?? this.initCacheDir,
      terraform: options.terraform ?? this.terraform,
      wrapper: options.wrapper,
      standby: options.standby,
    });
    const end = async () => {
      const code = await runner.ended;
      const { result, faults } = portal;
      if (!result || faults.length > 0) {
        throw new Error(`Exit ${code}, faults: ${faults.join('; ')}`);
      }
      return result;
    };
    return { job, portal, runner, workDir, end };
  }

  /** What the inventory would expect of a resource after a run. */
  stateAfter(
    { job }: Pick<WorldRun, 'job'>,
    { state }: RunResult,
  ): Job['state'] {
    const { lineage, serial } = state!;
    const expectation = { kind: 'known' as const, lineage, serial };
    return { ...job.state, expectation };
  }
}
