import { html, redirect, type Answer, type Incoming } from '../program/http';
import { messagePage } from '../pages/messagePage';
import { BROWSER_COOKIE } from './authorize';
import type { OAuthContext } from './OAuthContext';

/** GET /logout: the browser has to log in again. */
export function logout(
  { client, sessions }: OAuthContext,
  { query, cookies }: Incoming,
): Answer {
  const target = query.get('logout_uri') ?? '';
  if (
    query.get('client_id') !== client.clientId ||
    !client.logoutUrls.includes(target)
  ) {
    return html(messagePage('The client has no such logout_uri.'), 400);
  }
  sessions.removeBrowser(cookies.get(BROWSER_COOKIE));
  return redirect(target, {
    'set-cookie': `${BROWSER_COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`,
  });
}
