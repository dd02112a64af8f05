/**
 * Sends a request by its address and parts. A frontend's fetch passes through middlewares of which each makes a
 * `Request` of what it gets; from a `Request` with a body that works only once.
 */
export async function sendPlain(
  request: Request,
  fetchApi: { fetch: typeof fetch },
): Promise<Response> {
  const { url, method, headers, signal } = request;
  const body = method === 'GET' ? undefined : await request.text();
  return fetchApi.fetch(url, { method, headers, signal, body });
}
