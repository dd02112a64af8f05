import { redirect, type Answer } from '../program/http';

/** Sends the browser back to the portal. */
export function goBack(
  { redirectUri, state }: { redirectUri: string; state?: string },
  result: { code: string } | { error: string },
  headers: Record<string, string> = {},
): Answer {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(result)) {
    url.searchParams.set(name, value);
  }
  if (state) url.searchParams.set('state', state);
  return redirect(url.toString(), headers);
}
