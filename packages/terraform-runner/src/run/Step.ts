import type { StepName } from '../protocol';
import type { RunContext } from './RunContext';

/** One thing that a run does. */
export type Step = {
  name: StepName;
  /** Without it the step is always due. */
  isDue?: (context: RunContext) => boolean;
  /** Nothing waits for such a step until the end, and a failure of it is told but is none of the run. */
  isBeside?: (context: RunContext) => boolean;
  run: (context: RunContext) => Promise<void>;
};

/** Steps in their order; those in a list of their own need nothing from each other and run together. */
export type Steps = (Step | Step[])[];
