import { planJsonSchema, type ResourceValues } from './planJson';
import type { Workspace } from './createWorkspace';

export type WorkspacePlan = {
  /** What changes, by address. */
  changes: { address: string; action: string }[];
  /** What there will be; values that only the apply will know are missing. */
  resources: ResourceValues[];
};

export const PLAN_FILE = 'plan.tfplan';

/** Plans a workspace with the variables that are set in it; `-refresh=false` plans from its state alone. */
export async function planWorkspace(
  workspace: Workspace,
  ...options: '-refresh=false'[]
): Promise<WorkspacePlan> {
  await workspace.terraform(
    'plan',
    '-no-color',
    `-out=${PLAN_FILE}`,
    ...options,
  );
  return showPlan(workspace);
}

/** The plan that a workspace has saved. */
export async function showPlan(workspace: Workspace): Promise<WorkspacePlan> {
  const shown = await workspace.terraform('show', '-json', PLAN_FILE);
  const managed = planJsonSchema
    .parse(JSON.parse(shown))
    .resource_changes.filter(({ mode }) => mode === 'managed');
  return {
    changes: managed
      .map(({ address, change }) => ({
        address,
        action: change.actions.join('+'),
      }))
      .filter(({ action }) => action !== 'no-op')
      .sort((a, b) => (a.address < b.address ? -1 : 1)),
    resources: managed.flatMap(({ address, type, change }) =>
      change.after
        ? [
            {
              address,
              type,
              values: change.after,
              unknown: unknownIn(change.after_unknown),
            },
          ]
        : [],
    ),
  };
}

function unknownIn(mask: unknown): string[] {
  return Object.entries((mask ?? {}) as object).flatMap(([name, unknown]) =>
    unknown === true ? [name] : [],
  );
}
