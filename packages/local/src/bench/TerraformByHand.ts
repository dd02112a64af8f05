import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { runProgram } from '../system/runProgram';

const outputsSchema = z.record(z.string(), z.object({ value: z.unknown() }));

type Values = Record<string, unknown>;

export type TerraformByHandOptions = {
  /** Folder of the skeleton: the same files that the portal runs. */
  skeleton: string;
  terraform: string;
  workDir: string;
  stateBucket: string;
  env: Record<string, string>;
};

/** What somebody with the same files and a terminal does. Each run has a folder and a state of its own. */
export class TerraformByHand {
  constructor(private readonly options: TerraformByHandOptions) {}

  /** The reviewed pipeline: `init`, `plan -out`, `show -json`, `apply` of that plan. */
  async reviewed(name: string, values: Values = {}): Promise<void> {
    const run = await this.prepare(name, values);
    await run('init', '-input=false');
    await run('plan', '-input=false', '-out=plan');
    await run('show', '-json', 'plan');
    await run('apply', '-input=false', 'plan');
  }

  /** Outputs of what was applied. */
  async outputs(name: string): Promise<Record<string, unknown>> {
    const { terraform, workDir } = this.options;
    const { stdout } = await runProgram(terraform, ['output', '-json'], {
      ...this.place(join(workDir, name)),
    });
    return Object.fromEntries(
      Object.entries(outputsSchema.parse(JSON.parse(stdout))).map(
        ([output, { value }]) => [output, value],
      ),
    );
  }

  /** The least that makes it: `init`, `apply -auto-approve`. */
  async bare(name: string, values: Values = {}): Promise<void> {
    const run = await this.prepare(name, values);
    await run('init', '-input=false');
    await run('apply', '-input=false', '-auto-approve');
  }

  /**
   * What a plan of a change takes in a folder that was applied by {@link bare}: `plan -out` and `show -json` with
   * another value. Nothing is applied.
   */
  async planChange(
    name: string,
    values: Record<string, unknown>,
  ): Promise<void> {
    const folder = join(this.options.workDir, name);
    await writeFile(
      join(folder, 'terraform.tfvars.json'),
      JSON.stringify({ name, ...values }),
    );
    const run = this.runIn(folder);
    await run('plan', '-input=false', '-out=plan');
    await run('show', '-json', 'plan');
  }

  private async prepare(name: string, values: Values) {
    const { skeleton, workDir, stateBucket } = this.options;
    const folder = join(workDir, name);
    await mkdir(folder, { recursive: true });
    await cp(skeleton, folder, {
      recursive: true,
      filter: source => !source.includes('.terraform'),
    });
    await writeFile(
      join(folder, 'by_hand.tf.json'),
      JSON.stringify({
        terraform: {
          backend: {
            s3: {
              bucket: stateBucket,
              key: `by-hand/${name}/terraform.tfstate`,
              region: 'us-east-1',
              use_lockfile: true,
              encrypt: true,
            },
          },
        },
        provider: {
          aws: {
            region: 'us-east-1',
            default_tags: { tags: { Name: name, ManagedBy: 'by-hand' } },
          },
        },
      }),
    );
    await writeFile(
      join(folder, 'terraform.tfvars.json'),
      JSON.stringify({ name, ...values }),
    );
    return this.runIn(folder);
  }

  private runIn(folder: string) {
    const { terraform } = this.options;
    return async (...args: string[]) => {
      await runProgram(terraform, args, this.place(folder));
    };
  }

  private place(folder: string) {
    const { workDir, env } = this.options;
    return {
      cwd: folder,
      env: {
        ...env,
        PATH: process.env.PATH,
        HOME: workDir,
        TF_IN_AUTOMATION: '1',
        CHECKPOINT_DISABLE: '1',
      },
      timeout: 600_000,
    };
  }
}
