import { html, type Answer, type Incoming } from '../program/http';
import type { Person } from '../program/People';
import { changePasswordPage } from '../pages/changePasswordPage';
import { loginPage } from '../pages/loginPage';
import { messagePage } from '../pages/messagePage';
import { resetPasswordPage } from '../pages/resetPasswordPage';
import { BROWSER_COOKIE } from './authorize';
import { goBack } from './goBack';
import type { OAuthContext } from './OAuthContext';
import { passwordFault } from './passwordFault';
import { readAuthorizationRequest } from './readAuthorizationRequest';

const WRONG = 'Incorrect username or password.';

/** GET /login: the form. */
export function showLogin(context: OAuthContext, { query }: Incoming): Answer {
  return withRequest(context, query, () => html(loginPage({ query })));
}

/** POST /login: leads back to the portal, or to a page that says why not. */
export function login(context: OAuthContext, incoming: Incoming) {
  const { query, form } = incoming;
  return withRequest(context, query, async () => {
    const email = form.get('username') ?? '';
    const password = form.get('password') ?? '';
    const person = await context.people.find(email);
    if (person?.status === 'RESET_REQUIRED') {
      return html(resetPasswordPage({ query, email }));
    }
    if (!person || !(await context.people.hasPassword(person, password))) {
      return html(loginPage({ query, email, error: WRONG }));
    }
    if (!person.enabled) {
      return html(loginPage({ query, email, error: 'User is disabled.' }));
    }
    if (person.status === 'FORCE_CHANGE_PASSWORD') {
      return html(changePasswordPage({ query, email, password }));
    }
    return letIn(context, incoming, person);
  });
}

/** POST /changePassword: a temporary password becomes one of the person's own. */
export function changePassword(context: OAuthContext, incoming: Incoming) {
  const { query, form } = incoming;
  return withRequest(context, query, async () => {
    const email = form.get('username') ?? '';
    const password = form.get('password') ?? '';
    const chosen = form.get('new_password') ?? '';
    const person = await context.people.find(email);
    const mayChange =
      person?.enabled &&
      person.status === 'FORCE_CHANGE_PASSWORD' &&
      (await context.people.hasPassword(person, password));
    if (!person || !mayChange) {
      return html(loginPage({ query, email, error: WRONG }));
    }
    const error = passwordFault(chosen, form.get('confirmation') ?? '');
    if (error) {
      return html(changePasswordPage({ query, email, password, error }));
    }
    await context.people.setPassword(person, chosen);
    return letIn(context, incoming, person);
  });
}

/** POST /resetPassword: a code of a mail and a new password. */
export function resetPassword(context: OAuthContext, incoming: Incoming) {
  const { query, form } = incoming;
  return withRequest(context, query, async () => {
    const email = form.get('username') ?? '';
    const chosen = form.get('new_password') ?? '';
    const code = form.get('code') ?? '';
    const again = (error: string) =>
      html(resetPasswordPage({ query, email, error }));
    const fault = passwordFault(chosen, form.get('confirmation') ?? '');
    if (fault) return again(fault);
    const person = await context.people.find(email);
    const isReset =
      person?.enabled &&
      (await context.people.resetByCode(person, code, chosen));
    if (!person || !isReset) return again('The code is not right.');
    return letIn(context, incoming, person);
  });
}

function letIn(
  { sessions, client }: OAuthContext,
  { query }: Incoming,
  { username }: Person,
): Answer {
  const read = readAuthorizationRequest(query, client);
  if (!('request' in read)) throw new Error('The request has changed');
  const key = sessions.addBrowser(username);
  const { authTime } = sessions.getBrowser(key)!;
  const code = sessions.addCode({ username, authTime, request: read.request });
  return goBack(
    read.request,
    { code },
    {
      'set-cookie': `${BROWSER_COOKIE}=${key}; Path=/; HttpOnly; SameSite=Lax; Max-Age=3600`,
    },
  );
}

function withRequest<T extends Answer | Promise<Answer>>(
  { client }: OAuthContext,
  query: URLSearchParams,
  work: () => T,
): T | Answer {
  const read = readAuthorizationRequest(query, client);
  return 'request' in read
    ? work()
    : html(messagePage('This login was not started by the portal.'), 400);
}
