/** A value of a plan as text. JSON that stands in a string, as policies do, is laid out over lines. */
export function planText(value: unknown): string {
  if (typeof value !== 'string') {
    return JSON.stringify(value, null, 2);
  }
  if (!/^\s*[[{]/.test(value)) {
    return value;
  }
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}
