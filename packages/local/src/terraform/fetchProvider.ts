import { join } from 'node:path';
import { mkdir, writeFile } from 'node:fs/promises';
import { LocalError } from '../progress/LocalError';
import { runProgram } from '../system/runProgram';
import { tempDir } from '../system/tempDir';

const AWS_PROVIDER = 'registry.terraform.io/hashicorp/aws';
/** 5.100.0 is what the skeletons are tested with. */
const VERSION = '5.100.0';
const TEN_MINUTES = 10 * 60_000;

/**
 * Lets Terraform fetch the AWS provider once, verified by Terraform itself, into
 * a folder in the layout of a mirror. Runs only read it: Terraform's own plugin
 * cache is not safe for several at once.
 *
 * @throws LocalError with Terraform's own words
 */
export async function fetchProvider(
  terraform: string,
  folder: string,
  signal?: AbortSignal,
): Promise<void> {
  const work = await tempDir('terrastage-provider-');
  try {
    await mkdir(folder, { recursive: true });
    const rc = join(work.path, 'terraform.rc');
    await writeFile(
      rc,
      `disable_checkpoint = true\nplugin_cache_dir = ${JSON.stringify(
        folder,
      )}\n`,
    );
    await writeFile(
      join(work.path, 'main.tf.json'),
      JSON.stringify({
        terraform: {
          required_providers: {
            aws: { source: AWS_PROVIDER, version: VERSION },
          },
        },
      }),
    );
    await runProgram(terraform, ['init', '-input=false', '-no-color'], {
      cwd: work.path,
      env: {
        ...process.env,
        TF_CLI_CONFIG_FILE: rc,
        TF_IN_AUTOMATION: '1',
        CHECKPOINT_DISABLE: '1',
      },
      timeout: TEN_MINUTES,
      signal,
    });
  } catch (error) {
    throw new LocalError(
      `The AWS provider ${VERSION} could not be fetched: ${
        (error as Error).message
      }`,
      'Check the network and proxy settings, or name a mirror in a CLI configuration file (TF_CLI_CONFIG_FILE).',
      { cause: error },
    );
  } finally {
    // Terraform links the provider from the folder, so nothing is lost here.
    await work.remove();
  }
}
