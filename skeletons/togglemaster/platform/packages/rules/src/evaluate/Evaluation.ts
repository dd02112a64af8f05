import type { VariantValue } from '../model/flag.ts';

/** OFREP's reasons, and flagd's DEFAULT: there are rules, none holds. */
export type Reason =
  'STATIC' | 'TARGETING_MATCH' | 'SPLIT' | 'DISABLED' | 'DEFAULT';

export type ErrorCode =
  'FLAG_NOT_FOUND' | 'TARGETING_KEY_MISSING' | 'INVALID_CONTEXT' | 'GENERAL';

/** One object for all who get it, as long as the flag stays as it is: what is made of it can be kept with it. */
export type Answer = {
  ok: true;
  key: string;
  value: VariantValue;
  variant: string;
  reason: Reason;
  /** The rule that decided. */
  rule?: { id: string; name: string };
  /** The prerequisite that was not met, so that the flag is off. */
  prerequisite?: string;
};

export type Failure = {
  ok: false;
  key: string;
  errorCode: ErrorCode;
  errorDetails: string;
};

export type Evaluation = Answer | Failure;
