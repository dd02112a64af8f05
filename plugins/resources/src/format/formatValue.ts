/** A value of Terraform for people: text as it is, all else as JSON over several lines. */
export function formatValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
