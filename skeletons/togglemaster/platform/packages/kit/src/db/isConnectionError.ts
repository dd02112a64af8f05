const SYSTEM = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
]);
/** PostgreSQL's classes 08 (connection) and 57P0x (shutting down, starting). */
const SQLSTATE = /^(08...|57P0[1-3])$/;
const DRIVER =
  /connection terminated|connection error|not queryable|timeout exceeded when trying to connect/i;

/** Whether an error says that PostgreSQL is away, not that the query is wrong. */
export function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: string };
  if (code !== undefined) return SYSTEM.has(code) || SQLSTATE.test(code);
  return DRIVER.test(error.message);
}
