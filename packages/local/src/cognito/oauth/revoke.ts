import { json, type Answer, type Incoming } from '../program/http';
import { clientOf } from './clientOf';
import type { OAuthContext } from './OAuthContext';

/** POST /oauth2/revoke: ends a refresh token and the access tokens made by it. */
export function revoke(
  { client, sessions }: OAuthContext,
  incoming: Incoming,
): Answer {
  const { id, secret } = clientOf(incoming);
  if (id !== client.clientId || secret !== client.clientSecret) {
    return json(400, { error: 'invalid_client' });
  }
  sessions.removeGrant(incoming.form.get('token') ?? '');
  return { status: 200 };
}
