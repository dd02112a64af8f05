import { html, redirect, type Answer, type Incoming } from '../program/http';
import { messagePage } from '../pages/messagePage';
import { goBack } from './goBack';
import type { OAuthContext } from './OAuthContext';
import { readAuthorizationRequest } from './readAuthorizationRequest';

/**
 * The cookie of a browser that has logged in. The portal on another port of
 * localhost gets it too, so its name must not be one of Backstage's.
 */
export const BROWSER_COOKIE = 'local-cognito';

/** GET /oauth2/authorize: the start of a login. */
export async function authorize(
  context: OAuthContext,
  { query, cookies }: Incoming,
): Promise<Answer> {
  const read = readAuthorizationRequest(query, context.client);
  if ('broken' in read) return html(messagePage(read.broken), 400);
  if ('refused' in read) {
    return goBack(read, { error: read.refused });
  }
  const { request, prompt } = read;
  const browser = context.sessions.getBrowser(cookies.get(BROWSER_COOKIE));
  const person = browser && (await context.people.find(browser.username));
  if (browser && person?.enabled && !prompt.includes('login')) {
    const code = context.sessions.addCode({
      username: browser.username,
      authTime: browser.authTime,
      request,
    });
    return goBack(request, { code });
  }
  if (prompt.includes('none')) {
    return goBack(request, { error: 'login_required' });
  }
  return redirect(`/login?${query}`);
}
