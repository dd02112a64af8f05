export type { Change, LeftAlone, SyncPlan, UserChange } from './Change';
export {
  checkRemovals,
  DEFAULT_REMOVAL_LIMITS,
  TooManyRemovalsError,
} from './checkRemovals';
export type { RemovalLimits } from './checkRemovals';
export { describeChange } from './describeChange';
export { planUserSync } from './planUserSync';
export type { PlanOptions } from './planUserSync';
