import type { PreparedFolder } from '../../cache/PreparedFolder';
import { RunnerError } from '../../errors/RunnerError';
import { validate as terraformValidate } from '../../terraform/validate';
import type { RunContext } from '../RunContext';
import type { Step } from '../Step';
import { commandFailure } from '../commandFailure';
import { diagnosticText } from '../diagnosticText';
import { initCacheOf } from '../initCacheOf';

/** Once for each kind of module: only what is well-formed goes into the cache of prepared folders. */
export const validate: Step = {
  name: 'validate',
  isDue: ({ found }) => found.isNewFolder === true,
  run: runValidate,
};

async function runValidate(context: RunContext): Promise<void> {
  const { terraform } = context;
  const diagnostics = await terraformValidate(terraform).catch(async error => {
    throw await commandFailure('init_failed', error, context);
  });
  diagnostics.forEach(terraform.diagnostic);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new RunnerError(
      'invalid_bundle',
      `The module is not valid. Correct the template: ${errors
        .map(diagnosticText)
        .join(' | ')}`,
    );
  }
  await keep(context);
}

async function keep(context: RunContext): Promise<void> {
  const { folders, found, events } = context;
  if (!found.prepared || !isLinked(found.prepared, folders.workDir)) {
    return;
  }
  await initCacheOf(context)
    ?.put(found.initKey!, found.prepared)
    .catch(error =>
      events.log('warn', `The prepared folder was not kept: ${error.message}`),
    );
}

/** Providers that Terraform downloaded into the workspace go when the workspace goes. */
function isLinked(prepared: PreparedFolder, workDir: string): boolean {
  return prepared.providers.every(
    ({ folder }) => !folder.startsWith(`${workDir}/`),
  );
}
