import type { RunItem } from '../api/ResourcesApi';
import { RunDecision } from './RunDecision';
import { RunEnd } from './RunEnd';
import { RunFailureBox } from './RunFailureBox';
import { RunPassing } from './RunPassing';
import { RunRetry } from './RunRetry';

/** What the reader has to know first about a run. */
export function RunNotice({ run }: { run: RunItem }) {
  return (
    <>
      <RunPassing run={run} />
      <RunDecision run={run} />
      {run.failure ? (
        <RunFailureBox run={run} failure={run.failure} />
      ) : (
        <RunEnd run={run} />
      )}
      <RunRetry run={run} />
    </>
  );
}
