import { z } from 'zod';
import type { Workspace } from '../../templates/workspace/createWorkspace';

const lineSchema = z.looseObject({
  type: z.string(),
  diagnostic: z
    .looseObject({
      severity: z.string(),
      snippet: z.looseObject({ context: z.string().nullish() }).nullish(),
      detail: z.string().default(''),
    })
    .optional(),
});

/** The errors of a workspace's plan: `<block>: <detail>`. Terraform does not say in which call of a module. */
export async function refusalsOf(workspace: Workspace): Promise<string[]> {
  const report = await workspace.report('plan', '-json');
  return report
    .split('\n')
    .filter(Boolean)
    .map(line => lineSchema.parse(JSON.parse(line)).diagnostic)
    .filter(diagnostic => diagnostic?.severity === 'error')
    .map(diagnostic => `${diagnostic?.snippet?.context}: ${diagnostic?.detail}`)
    .sort();
}
