import { ResponseError } from '@backstage/errors';

/** What the portal's client throws when the portal refuses. */
export function refusal(
  status: number,
  error: { name: string; message: string; [more: string]: string },
): Promise<ResponseError> {
  const body = { error, response: { statusCode: status } };
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json' },
    }) as Response & { ok: false },
  );
}
