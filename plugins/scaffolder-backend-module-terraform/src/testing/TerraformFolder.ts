import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findTerraform, terraformCliConfig } from '@terrastage/local/testing';
import { SKELETONS } from './shipped';

export interface TerraformAnswer {
  /** 0 is well; with -detailed-exitcode 2 is "there are changes". */
  exitCode: number;
  /** Both streams, without colours. */
  text: string;
}

/** A shipped skeleton in a folder of its own, in which the real Terraform runs. */
export class TerraformFolder {
  private constructor(
    readonly path: string,
    private readonly terraform: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** @param env - where AWS is. */
  static async of(
    skeleton: string,
    env: Record<string, string> = {},
  ): Promise<TerraformFolder> {
    const found = await findTerraform();
    if (!found) {
      throw new Error('There is no Terraform 1.10 or later on PATH');
    }
    const path = await mkdtemp(join(tmpdir(), 'terrastage-skeleton-'));
    await cp(join(SKELETONS, skeleton), path, { recursive: true });
    const { file } = await terraformCliConfig(join(path, '.cli'));
    const folder = new TerraformFolder(path, found.path, {
      PATH: process.env.PATH,
      HOME: path,
      // Fewer garbage collections: a quarter less processor time, as in the runner.
      GOGC: '400',
      TF_CLI_CONFIG_FILE: file,
      TF_IN_AUTOMATION: '1',
      TF_INPUT: '0',
      CHECKPOINT_DISABLE: '1',
      ...env,
    });
    return folder;
  }

  async write(file: string, content: unknown): Promise<void> {
    const path = join(this.path, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, JSON.stringify(content, null, 2));
  }

  async copy(file: string, to: string): Promise<void> {
    await cp(join(this.path, file), join(this.path, to));
  }

  run(...args: string[]): Promise<TerraformAnswer> {
    return new Promise((resolve, reject) => {
      execFile(
        this.terraform,
        [...args, '-no-color'],
        { cwd: this.path, env: this.env, maxBuffer: 32 * 1024 * 1024 },
        (error, stdout, stderr) => {
          const exitCode = error ? error.code : 0;
          if (typeof exitCode !== 'number') {
            reject(error);
            return;
          }
          resolve({ exitCode, text: stdout + stderr });
        },
      );
    });
  }

  /** @throws Error with what Terraform said, when it doesn't end with 0. */
  async succeed(...args: string[]): Promise<string> {
    const { exitCode, text } = await this.run(...args);
    if (exitCode !== 0) {
      throw new Error(`terraform ${args[0]} ended with ${exitCode}:\n${text}`);
    }
    return text;
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}
