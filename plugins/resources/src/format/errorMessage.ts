/** The portal's own words about a failure, without what the client wraps around them. */
export function errorMessage(error: unknown): string {
  const { cause, message } = error as { cause?: unknown; message?: string };
  const inner = (cause as { message?: unknown } | undefined)?.message;
  return typeof inner === 'string' && inner ? inner : message ?? String(error);
}
