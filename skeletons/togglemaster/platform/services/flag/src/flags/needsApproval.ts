import type { Change } from '@togglemaster/changes';
import type { Queryable } from '@togglemaster/kit';
import { isDeepStrictEqual } from 'node:util';
import { ProjectStore } from '../projects/ProjectStore.ts';
import { updatePayload } from './flagChanges.ts';
import { FlagStore } from './FlagStore.ts';

const projects = new ProjectStore();
const flags = new FlagStore();

/** Whether a change that is kept would wait for approval if it came now. */
export async function needsApproval(
  tx: Queryable,
  { project, environment, kind, payload }: Change,
): Promise<boolean> {
  const all = await projects.environments(tx, project);
  const felt = all.some(
    ({ key, protected: guarded }) =>
      guarded && (environment === null || environment === key),
  );
  if (!felt || kind !== 'flag.update') return felt;
  const { id, change } = updatePayload.parse(payload);
  const flag = await flags.get(tx, id);
  return !!flag && !isDeepStrictEqual(flag.variants, change.variants);
}
