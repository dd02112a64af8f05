/** The run that a 409 names as being in the way, when it names one. */
export function conflictingRun(error: unknown): string | undefined {
  const body = (error as { body?: { error?: { runId?: unknown } } }).body;
  const runId = body?.error?.runId;
  return typeof runId === 'string' ? runId : undefined;
}
