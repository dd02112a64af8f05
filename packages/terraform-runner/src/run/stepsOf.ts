import type { Job } from '../protocol';
import type { Steps } from './Step';
import { apply } from './steps/apply';
import { fetchPlan } from './steps/fetchPlan';
import { guard } from './steps/guard';
import { identity } from './steps/identity';
import { init } from './steps/init';
import { orphans } from './steps/orphans';
import { output } from './steps/output';
import { plan } from './steps/plan';
import { prepare } from './steps/prepare';
import { show } from './steps/show';
import { validate } from './steps/validate';
import { verdict } from './steps/verdict';

/** Plan, ask, and apply at once if allowed. */
const planAndApply: Steps = [
  [prepare, identity, guard],
  init,
  validate,
  plan,
  verdict,
  show,
  apply,
  output,
  orphans,
];

/** The same where the verdict needs the plan in full. */
const reviewAndApply: Steps = [
  [prepare, identity, guard],
  init,
  validate,
  plan,
  show,
  verdict,
  apply,
  output,
  orphans,
];

/** Apply a plan that was stored and then approved. */
const applyStored: Steps = [
  [prepare, identity, guard, fetchPlan],
  init,
  apply,
  output,
  orphans,
];

export function stepsOf(job: Pick<Job, 'phase' | 'review'>): Steps {
  if (job.phase === 'apply') {
    return applyStored;
  }
  return job.review === 'full' ? reviewAndApply : planAndApply;
}
