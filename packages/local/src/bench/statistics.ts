/** The value below which `share` (0 to 1) of the values lie: nearest rank. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export function median(values: number[]): number {
  return percentile(values, 0.5);
}

/** Median of `a[i] / b[i]`: pairs were measured side by side, so that a slow moment of the machine hits both. */
export function medianRatio(a: number[], b: number[]): number {
  return median(a.map((value, index) => value / b[index]));
}
