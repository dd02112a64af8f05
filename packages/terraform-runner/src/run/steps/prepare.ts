import { readFile, realpath, stat } from 'node:fs/promises';
import { initCacheKey } from '../../cache/InitCache';
import { checkBundle } from '../../checks/checkBundle';
import { checkVariables } from '../../checks/checkVariables';
import { BundleFile } from '../../checks/ModuleFile';
import type { Problem } from '../../checks/Problem';
import { isTerraformFile } from '../../checks/parseModule';
import { RunnerError } from '../../errors/RunnerError';
import { retryWhileAway } from '../../portal/retryWhileAway';
import { findProgram } from '../../process/findProgram';
import { bundleDigest } from '../../workspace/bundleDigest';
import { platformFiles } from '../../workspace/platformFiles';
import { writeWorkspace } from '../../workspace/writeWorkspace';
import type { RunContext } from '../RunContext';
import type { Step } from '../Step';

const LOCK_FILE = '.terraform.lock.hcl';

/** Fetches the bundle, makes sure that it is the one and harmless, and lays the workspace down. */
export const prepare: Step = { name: 'prepare', run: runPrepare };

async function runPrepare(context: RunContext): Promise<void> {
  const { job, folders, found } = context;
  const files = await fetchFiles(context);
  const checked = await checkBundle(files, job);
  if (checked.problems.length > 0) {
    throw refusal(checked.problems, context);
  }
  const { facts } = checked as Extract<typeof checked, { facts: unknown }>;
  const wrong = checkVariables(job.variables, facts);
  if (wrong.length > 0) {
    throw new RunnerError(
      'invalid_variables',
      `The values do not fit the module: ${wrong.join(
        '; ',
      )}. Correct the form or the template`,
    );
  }
  hideSensitive(context, facts.variables);
  await writeWorkspace(folders.workspace, { files, facts, job });
  found.module = facts;
  found.initKey = initCacheKey({
    files: files
      .filter(file => isTerraformFile(file) || file.path === LOCK_FILE)
      .map(({ path, content }) => [path, content.toString('base64')]),
    platform: platformFiles(facts),
    terraform: await identityOf(context.terraform.binary, context.env.PATH),
    cliConfig: await textOf(context.env.TF_CLI_CONFIG_FILE),
  });
}

async function fetchFiles({
  job,
  portal,
  stop,
}: RunContext): Promise<BundleFile[]> {
  const bundle = await retryWhileAway(() => portal.bundle(), stop.signal);
  const digest = bundleDigest(bundle);
  if (digest !== job.bundle.digest) {
    throw new RunnerError(
      'invalid_bundle',
      `The bundle is not the one of this run: its digest is ${digest}, the run asks for ${job.bundle.digest}. Start the run again`,
    );
  }
  return bundle.files.map(({ path, content }) => ({
    path,
    content: Buffer.from(content, 'base64'),
  }));
}

function refusal(problems: Problem[], { events }: RunContext): RunnerError {
  const lines = problems.map(({ file, line, message }) => {
    events.emit({
      type: 'diagnostic',
      severity: 'error',
      summary: 'The module is refused',
      detail: message,
      file,
      line,
    });
    return `${file}${line ? `:${line}` : ''}: ${message}`;
  });
  return new RunnerError(
    'invalid_bundle',
    `The module is refused before anything of it ran. Correct the template: ${lines.join(
      ' | ',
    )}`,
  );
}

function hideSensitive(
  { job, redactor }: RunContext,
  variables: ReadonlyMap<string, { sensitive: boolean }>,
): void {
  for (const [name, { sensitive }] of variables) {
    if (sensitive && Object.hasOwn(job.variables, name)) {
      redactor.add(job.variables[name]);
    }
  }
}

/** Which Terraform this is; asking it for its version takes a quarter of a second. */
async function identityOf(
  binary: string,
  path: string | undefined,
): Promise<unknown> {
  const program = await realpath(await findProgram(binary, path));
  const { size, mtimeMs, ino } = await stat(program);
  return [program, size, mtimeMs, ino];
}

async function textOf(path: string | undefined): Promise<string> {
  return path ? readFile(path, 'utf8') : '';
}
