import type { Progress } from '../progress/createProgress';

export type SuiteResult = { passed: number; failed: number; skipped: number };

export type SuiteContext = {
  root: string;
  /** What starts and tests share: Node, Terraform, what was built from what. */
  home: string;
  progress: Progress;
  /** Aborted when nobody wants the result any more. */
  signal: AbortSignal;
  /** Names of the suites that have passed before in this run. */
  passed: ReadonlySet<string>;
  /** Says something that a reader of a failed suite needs. */
  say(text: string): void;
};

export type Suite = {
  name: string;
  title: string;
  /** Needs one core and changes nothing that another one reads: runs side by side with its neighbours of the kind. */
  beside?: boolean;
  /** Name of a suite before it in the list, which it waits for. */
  after?: string;
  run(context: SuiteContext): Promise<SuiteResult>;
};

export const PASSED: SuiteResult = { passed: 1, failed: 0, skipped: 0 };
export const FAILED: SuiteResult = { passed: 0, failed: 1, skipped: 0 };
