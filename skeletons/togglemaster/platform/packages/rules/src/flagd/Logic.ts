/** JsonLogic, as flagd's `targeting` holds it. */
export type Logic =
  string | number | boolean | null | Logic[] | { [operator: string]: Logic };

/** The evaluator under which a segment stands in a flagd document. */
export const SEGMENT_PREFIX = 'segment-';

export const CLOCK = '$flagd.timestamp';
export const FLAG_KEY = '$flagd.flagKey';
