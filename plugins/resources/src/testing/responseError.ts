/** An answer with an error, as the client throws it. */
export function responseError(
  statusCode: number,
  message: string,
  details: Record<string, unknown> = {},
): Error {
  return Object.assign(new Error(`Request failed with ${statusCode}`), {
    name: 'ResponseError',
    statusCode,
    cause: Object.assign(new Error(message), details),
    body: { error: { name: 'Error', message, ...details } },
  });
}
