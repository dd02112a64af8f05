import type { RunItem } from '../api/ResourcesApi';
import { RunEnd } from './RunEnd';
import { RunFailureBox } from './RunFailureBox';
import { RunPassing } from './RunPassing';

/** What the reader has to know first about a run. */
export function RunNotice({ run }: { run: RunItem }) {
  return (
    <>
      <RunPassing run={run} />
      {run.failure ? (
        <RunFailureBox run={run} failure={run.failure} />
      ) : (
        <RunEnd run={run} />
      )}
    </>
  );
}
