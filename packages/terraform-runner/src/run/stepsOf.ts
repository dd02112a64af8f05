import type { Job } from '../protocol';
import type { Steps } from './Step';
import { apply } from './steps/apply';
import { contents } from './steps/contents';
import { fetchPlan } from './steps/fetchPlan';
import { fetchVersion } from './steps/fetchVersion';
import { find } from './steps/find';
import { guard } from './steps/guard';
import { identity } from './steps/identity';
import { init } from './steps/init';
import { orphans } from './steps/orphans';
import { output } from './steps/output';
import { plan } from './steps/plan';
import { prepare } from './steps/prepare';
import { restore } from './steps/restore';
import { show } from './steps/show';
import { stage } from './steps/stage';
import { unlock } from './steps/unlock';
import { validate } from './steps/validate';
import { verdict } from './steps/verdict';

/** Plan, ask, and apply at once if allowed. */
const planAndApply: Steps = [
  [prepare, identity, guard],
  init,
  validate,
  plan,
  verdict,
  contents,
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
  contents,
  apply,
  output,
  orphans,
];

/** Find what there is to import, and plan it; a person confirms the plan in any case. */
const planAdoption: Steps = [
  [prepare, identity, guard],
  init,
  validate,
  find,
  plan,
  show,
  verdict,
];

/** Apply a plan that was stored and then approved. */
const applyStored: Steps = [
  [prepare, identity, guard, fetchPlan],
  init,
  contents,
  apply,
  output,
  orphans,
];

const breakLock: Steps = [identity, unlock];

/** What Terraform would do if an older version were the state. Nothing is written but the content that is approved. */
const planRestore: Steps = [
  [prepare, identity],
  fetchVersion,
  init,
  plan,
  show,
  stage,
  verdict,
];

/** Write the content that was approved. */
const applyRestore: Steps = [[identity, fetchPlan], restore, output];

export function stepsOf(
  job: Pick<Job, 'phase' | 'review' | 'operation'>,
): Steps {
  if (job.operation === 'unlock') {
    return breakLock;
  }
  if (job.operation === 'restore') {
    return job.phase === 'apply' ? applyRestore : planRestore;
  }
  if (job.phase === 'apply') {
    return applyStored;
  }
  if (job.operation === 'adopt') {
    return planAdoption;
  }
  return job.review === 'full' ? reviewAndApply : planAndApply;
}
