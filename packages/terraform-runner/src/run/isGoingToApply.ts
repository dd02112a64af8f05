import type { RunContext } from './RunContext';

/** Whether this runner applies: it has an approved plan, or the portal just allowed the one that it made. */
export function isGoingToApply({ job, found }: RunContext): boolean {
  return job.phase === 'apply' || found.verdict === 'apply';
}
