/** Whether PostgreSQL ended a transaction that waited for one that waited for it. */
export function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '40P01';
}
