import type { LocalAws } from '../../aws/startLocalAws';
import { copySkeleton } from '../../templates/workspace/copySkeleton';
import { createWorkspace } from '../../templates/workspace/createWorkspace';
import {
  planWorkspace,
  type WorkspacePlan,
} from '../../templates/workspace/planWorkspace';
import {
  readState,
  type WorkspaceState,
} from '../../templates/workspace/readState';
import { taggedArns } from './taggedArns';

export type Life = {
  /** What the apply made. */
  made: WorkspaceState;
  /** ARNs with the resource's tag after the apply. */
  tagged: string[];
  /** The plan right after the apply. */
  secondPlan: WorkspacePlan;
  /** Plans for other variables against what is there. */
  changePlans: Record<string, WorkspacePlan>;
  /** ARNs with the resource's tag after the destroy. */
  left: string[];
};

export type LifeOptions = {
  aws: LocalAws;
  skeleton: string;
  variables: Record<string, unknown>;
  /** Changes that are planned, not applied. */
  changes?: Record<string, Record<string, unknown>>;
  /** What to do while it is there. */
  meanwhile?: (made: WorkspaceState) => Promise<void>;
};

const RESOURCE_TAG = 'terrastage:resource-id';

/** Lets a skeleton live once on the local AWS: apply, plan again, plan changes, destroy. */
export async function liveOnce({
  aws,
  skeleton,
  variables,
  changes = {},
  meanwhile,
}: LifeOptions): Promise<Life> {
  const tag = { key: RESOURCE_TAG, value: `life-of-${skeleton}` };
  const workspace = await createWorkspace(
    path => copySkeleton(skeleton, path),
    { aws, tags: { Name: skeleton, [tag.key]: tag.value } },
  );
  try {
    await workspace.setVariables(variables);
    await workspace.terraform('apply', '-no-color', '-auto-approve');
    const made = await readState(workspace);
    const tagged = await taggedArns(aws, tag);
    const secondPlan = await planWorkspace(workspace);

    const changePlans: Record<string, WorkspacePlan> = {};
    for (const [name, change] of Object.entries(changes)) {
      await workspace.setVariables({ ...variables, ...change });
      changePlans[name] = await planWorkspace(workspace, '-refresh=false');
    }
    await workspace.setVariables(variables);
    await meanwhile?.(made);

    await workspace.terraform('destroy', '-no-color', '-auto-approve');
    const left = await taggedArns(aws, tag);
    return { made, tagged, secondPlan, changePlans, left };
  } finally {
    await workspace.remove();
  }
}
