import { retryWhileAway } from '../../portal/retryWhileAway';
import type { RunContext } from '../RunContext';
import type { Step } from '../Step';

/** Asks the portal what to do with the plan. */
export const verdict: Step = { name: 'verdict', run: runVerdict };

async function runVerdict(context: RunContext): Promise<void> {
  const { job, portal, found, stop } = context;
  const { digest, summary } = found.plan!;
  const detail = job.review === 'full' ? found.detail : undefined;
  const { next } = await retryWhileAway(
    () => portal.plan({ digest, summary, detail }),
    stop.signal,
  );
  found.verdict = next;
}
