import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseModule } from '../checks/parseModule';
import { readModuleFacts } from '../checks/readModuleFacts';
import { RunnerError } from '../errors/RunnerError';
import type { ShownPlan } from '../plan/shownPlan';
import type { Job } from '../protocol';
import { init } from '../terraform/init';
import { plan } from '../terraform/plan';
import { show } from '../terraform/show';
import type { TerraformCli } from '../terraform/TerraformCli';
import type { Imports } from '../workspace/importsFile';
import { platformFiles } from '../workspace/platformFiles';

const importsSchema = z.record(z.string(), z.string().nullable());

export type LookUpOptions = {
  cli: TerraformCli;
  job: Job;
  /** What would be made if nothing more was found. */
  draft: ShownPlan;
};

/**
 * Runs the skeleton's own module of data sources, which says what else there is to import. It has no state and makes
 * nothing: it is only planned.
 */
export async function lookUp({
  cli: parent,
  job,
  draft,
}: LookUpOptions): Promise<Imports> {
  const folder = job.adopt!.lookup!;
  const workspace = join(parent.workspace, folder);
  const logDir = join(parent.logDir, folder);
  const cli = { ...parent, workspace, logDir };
  await mkdir(logDir, { recursive: true, mode: 0o700 });
  await writeNew(workspace, {
    ...platformFiles(await factsOf(workspace)),
    'terraform.tfvars.json': {
      terrastage_region: job.aws.region,
      terrastage_tags: {},
      id: job.adopt!.id,
      planned: plannedOf(draft),
    },
  });
  await init(cli);
  const planFile = join(logDir, 'lookup.tfplan');
  await plan(cli, { planFile, destroy: false, lockTimeoutSeconds: 0 });
  const shown = await show(cli, { planFile });
  return readImports(shown.planned_values?.outputs?.imports?.value, folder);
}

function readImports(value: unknown, folder: string): Imports {
  const { data, error } = importsSchema.safeParse(value);
  if (error) {
    throw new RunnerError(
      'invalid_bundle',
      `The output 'imports' of the module in ${folder}/ has to be a map of ids by address that its plan knows. Correct the template`,
      { cause: error },
    );
  }
  return Object.fromEntries(
    Object.entries(data).flatMap(([to, id]) => (id === null ? [] : [[to, id]])),
  );
}

async function factsOf(folder: string) {
  const names = (await readdir(folder)).filter(name => name.endsWith('.tf'));
  const { files } = await parseModule(
    await Promise.all(
      names.map(async path => ({
        path,
        content: await readFile(join(folder, path)),
      })),
    ),
  );
  return readModuleFacts(files);
}

async function writeNew(
  folder: string,
  files: Record<string, object>,
): Promise<void> {
  for (const [path, value] of Object.entries(files)) {
    await writeFile(join(folder, path), JSON.stringify(value), {
      flag: 'wx',
      mode: 0o600,
    });
  }
}

function plannedOf({ resource_changes: changes }: ShownPlan) {
  return Object.fromEntries(
    changes
      .filter(({ change }) => change.actions.join() === 'create')
      .map(({ address, type, change }) => [
        address,
        { type, values: change.after ?? null },
      ]),
  );
}
