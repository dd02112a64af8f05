import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalAws } from '../../aws/startLocalAws';
import { findTerraform } from '../../terraform/findTerraform';
import { terraformCliConfig } from '../../terraform/terraformCliConfig';
import { runProgram } from '../../system/runProgram';
import { tempDir } from '../../system/tempDir';
import { runToEnd } from './runToEnd';

export type Workspace = {
  path: string;
  /** Runs Terraform in the workspace; gives its stdout. */
  terraform(...args: string[]): Promise<string>;
  /** Runs Terraform to its end, bad or good; gives its stdout. */
  report(...args: string[]): Promise<string>;
  /** Writes the file that Terraform takes variables from by itself. */
  setVariables(variables: Record<string, unknown>): Promise<void>;
  remove(): Promise<void>;
};

export type WorkspaceOptions = {
  aws: Pick<LocalAws, 'env'>;
  /** Tags that the provider puts on everything, as the runner does. Default: the files have provider and backend themselves. */
  tags?: Record<string, string>;
  /** Default: Terraform on PATH, with the mirror of providers that is there. */
  tools?: TerraformTools;
  signal?: AbortSignal;
};

export type TerraformTools = {
  terraform: string;
  /** For TF_CLI_CONFIG_FILE: where providers come from. */
  cliConfigFile: string;
};

const LONGEST_COMMAND_MS = 6 * 60_000;

/**
 * A folder with what `prepare` puts there and with the provider block that the runner would write, initialised, with
 * a state of its own.
 */
export async function createWorkspace(
  prepare: (path: string) => Promise<void>,
  { aws, tags, tools, signal }: WorkspaceOptions,
): Promise<Workspace> {
  const { path, remove } = await tempDir('terrastage-skeleton-');
  const { terraform: program, cliConfigFile } =
    tools ?? (await toolsOfMachine(join(path, '.cli')));
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    // Fewer garbage collections: a quarter less processor time, as in the runner.
    GOGC: '400',
    ...aws.env,
    TF_CLI_CONFIG_FILE: cliConfigFile,
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: '1',
  };
  const terraform = async (...args: string[]) => {
    const { stdout } = await runProgram(program, args, {
      cwd: path,
      env,
      timeout: LONGEST_COMMAND_MS,
      signal,
    });
    return stdout;
  };

  try {
    await prepare(path);
    if (tags) {
      await writeJson(join(path, 'terrastage_test.tf.json'), {
        provider: {
          aws: {
            region: aws.env.AWS_REGION,
            // What the local AWS lacks it answers with 500: without a bound that looks like a hang.
            max_retries: 2,
            default_tags: { tags },
          },
        },
      });
    }
    await terraform('init', '-no-color', ...(tags ? ['-backend=false'] : []));
  } catch (error) {
    await remove();
    throw error;
  }

  return {
    path,
    terraform,
    report: (...args) => runToEnd(program, args, { cwd: path, env, signal }),
    setVariables: variables =>
      writeJson(join(path, 'terraform.tfvars.json'), variables),
    remove,
  };
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, JSON.stringify(value, null, 2));
}

async function toolsOfMachine(folder: string): Promise<TerraformTools> {
  const found = await findTerraform();
  if (!found) {
    throw new Error('There is no Terraform 1.10 or later on PATH');
  }
  const { file } = await terraformCliConfig(folder);
  return { terraform: found.path, cliConfigFile: file };
}
