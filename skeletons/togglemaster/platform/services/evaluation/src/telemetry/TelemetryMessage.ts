/** What goes to the queue; the analytics service reads it. */
export type TelemetryMessage = {
  /** Makes a second delivery harmless. */
  id: string;
  /** RFC 3339: when the counting of these began and ended. */
  from: string;
  to: string;
  counters: Counter[];
  events: EvaluationEvent[];
};

export type Counter = {
  project: string;
  environment: string;
  flag: string;
  variant: string;
  reason: string;
  count: number;
};

/** One evaluation of a sample. */
export type EvaluationEvent = {
  id: string;
  at: string;
  project: string;
  environment: string;
  flag: string;
  variant: string;
  reason: string;
  rule?: string;
  targetingKey?: string;
};
