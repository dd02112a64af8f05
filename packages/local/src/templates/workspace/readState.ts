import { stateJsonSchema, type ResourceValues } from './planJson';
import type { Workspace } from './createWorkspace';

export type WorkspaceState = {
  outputs: Record<string, any>;
  sensitiveOutputs: string[];
  resources: ResourceValues[];
};

/** What a workspace has made. */
export async function readState(workspace: Workspace): Promise<WorkspaceState> {
  const shown = await workspace.terraform('show', '-json');
  const { values } = stateJsonSchema.parse(JSON.parse(shown));
  const outputs = Object.entries(values?.outputs ?? {});
  return {
    outputs: Object.fromEntries(
      outputs.map(([name, { value }]) => [name, value]),
    ),
    sensitiveOutputs: outputs
      .filter(([, { sensitive }]) => sensitive)
      .map(([name]) => name),
    resources: (values?.root_module.resources ?? []).filter(
      ({ mode }) => mode === 'managed',
    ),
  };
}
