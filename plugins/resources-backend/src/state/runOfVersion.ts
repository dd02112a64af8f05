import type { RunRecord } from '../runs/RunRecord';
import type { StateObjectVersion } from './StateBucket';

/** Milliseconds: S3's times are whole seconds, and its clock is not the portal's. */
const SLACK = 2_000;

type WritingRun = Pick<
  RunRecord,
  'id' | 'applyingAt' | 'finishedAt' | 'stateVersionId'
>;

/**
 * The run that wrote a version: the one that said so, else the one that was applying then. Runs of one resource
 * never overlap. Nobody's is what was written by hand, also right after a run that has said what it left.
 */
export function runOfVersion<R extends WritingRun>(
  {
    versionId,
    modifiedAt,
  }: Pick<StateObjectVersion, 'versionId' | 'modifiedAt'>,
  runs: readonly R[],
): R | undefined {
  const said = runs.find(
    run => run.stateVersionId === versionId && versionId !== 'null',
  );
  const time = modifiedAt.getTime();
  return (
    said ??
    runs.find(
      ({ applyingAt, finishedAt, stateVersionId }) =>
        applyingAt !== undefined &&
        applyingAt.getTime() - SLACK <= time &&
        (!finishedAt ||
          time <= finishedAt.getTime() + (stateVersionId ? 0 : SLACK)),
    )
  );
}
