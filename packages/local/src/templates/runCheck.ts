import { checkTemplates, type SetResult } from './checkTemplates';
import { chooseTemplateSets } from './read/TemplateSet';
import { startTerraform, type CheckContext } from './terraform/startTerraform';

export type RunCheckOptions = CheckContext & {
  /** All of them without names. */
  names: string[];
  onChecked?: (result: SetResult) => void;
};

/**
 * Checks with everything that it takes, and stops that in the end.
 *
 * @throws LocalError for a name that nothing has, or without Terraform, its provider or a Python
 */
export async function runCheck({
  names,
  onChecked,
  ...context
}: RunCheckOptions): Promise<SetResult[]> {
  let started: ReturnType<typeof startTerraform> | undefined;
  try {
    return await checkTemplates({
      root: context.root,
      names: chooseTemplateSets(context.root, names),
      onChecked,
      startTerraform: () => {
        started = startTerraform(context);
        return started;
      },
    });
  } finally {
    await (await started?.catch(() => undefined))?.stop();
  }
}
