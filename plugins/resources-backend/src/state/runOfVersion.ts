import type { RunRecord } from '../runs/RunRecord';
import type { StateObjectVersion } from './StateBucket';

/** Milliseconds: S3's times are whole seconds, and its clock is not the portal's. */
const SLACK = 2_000;

/**
 * The run that wrote a version: the one that said so, else the one that was applying then. Runs of one resource
 * never overlap. Nobody's is what was written by hand.
 */
export function runOfVersion(
  {
    versionId,
    modifiedAt,
  }: Pick<StateObjectVersion, 'versionId' | 'modifiedAt'>,
  runs: readonly RunRecord[],
): RunRecord | undefined {
  const said = runs.find(
    run => run.stateVersionId === versionId && versionId !== 'null',
  );
  const time = modifiedAt.getTime();
  return (
    said ??
    runs.find(
      ({ applyingAt, finishedAt }) =>
        applyingAt !== undefined &&
        applyingAt.getTime() - SLACK <= time &&
        (!finishedAt || time <= finishedAt.getTime() + SLACK),
    )
  );
}
