import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RunnerError } from '../errors/RunnerError';
import type { Job } from '../protocol';
import { CommandFailed } from '../terraform/CommandFailed';
import type { TerraformDiagnostic } from '../terraform/messages';
import { plan as terraformPlan } from '../terraform/plan';
import type { TerraformCli } from '../terraform/TerraformCli';
import {
  IMPORTS_FILE,
  importsFile,
  type Imports,
} from '../workspace/importsFile';
import { missingImports } from './missingImports';

export type DraftOptions = {
  cli: TerraformCli;
  job: Job;
  imports: Imports;
  planFile: string;
};

/**
 * Lays down the file with the imports and plans with it, until only what is there is left of them.
 *
 * @returns what can be imported; the plan of it lies in the plan file
 * @throws RunnerError when the thing itself is not there, else as a plan does
 */
export async function draftImports(options: DraftOptions): Promise<Imports> {
  const { cli, job } = options;
  const [main] = job.adopt!.imports;
  let { imports } = options;
  for (;;) {
    await writeFile(
      join(cli.workspace, IMPORTS_FILE),
      JSON.stringify(importsFile(imports), null, 2),
      { mode: 0o600 },
    );
    const missing = await tryToPlan(options, imports);
    if (missing.length === 0) {
      return imports;
    }
    if (missing.includes(main.to)) {
      throw notThere(job);
    }
    missing.forEach(address =>
      cli.log('info', `${address} is not imported: there is nothing of it yet`),
    );
    imports = Object.fromEntries(
      Object.entries(imports).filter(([to]) => !missing.includes(to)),
    );
  }
}

/** @returns the addresses of which there is nothing */
async function tryToPlan(
  { cli, job, planFile }: DraftOptions,
  imports: Imports,
): Promise<string[]> {
  const held: TerraformDiagnostic[] = [];
  try {
    await terraformPlan(
      // That something is not there is no error of the run: nothing is said before it is known which it is.
      { ...cli, diagnostic: one => held.push(one), log: () => {} },
      {
        planFile,
        destroy: false,
        lockTimeoutSeconds: job.limits.lockTimeoutSeconds,
      },
    );
    return [];
  } catch (error) {
    const missing =
      error instanceof CommandFailed
        ? missingImports(error.errors, imports)
        : undefined;
    if (missing) {
      return missing;
    }
    held.forEach(one => cli.diagnostic(one));
    throw error;
  }
}

function notThere({ adopt, aws }: Job): RunnerError {
  const { title, id } = adopt!;
  return new RunnerError(
    'adoption_refused',
    `There is no ${title} '${id}' in account ${aws.account}, region ${aws.region}. Nothing was changed. Check the id and the environment`,
  );
}
