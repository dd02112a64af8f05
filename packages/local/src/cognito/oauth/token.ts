import { createHash } from 'node:crypto';
import { json, type Answer, type Incoming } from '../program/http';
import { clientOf } from './clientOf';
import { createTokens } from './createTokens';
import type { OAuthContext } from './OAuthContext';

/** POST /oauth2/token: a code, or a refresh token, for tokens. */
export async function token(
  context: OAuthContext,
  incoming: Incoming,
): Promise<Answer> {
  const { client } = context;
  const { id, secret } = clientOf(incoming);
  if (id !== client.clientId || secret !== client.clientSecret) {
    return refusal('invalid_client');
  }
  switch (incoming.form.get('grant_type')) {
    case 'authorization_code':
      return byCode(context, incoming.form);
    case 'refresh_token':
      return byRefreshToken(context, incoming.form);
    default:
      return refusal('unsupported_grant_type');
  }
}

async function byCode(
  context: OAuthContext,
  form: URLSearchParams,
): Promise<Answer> {
  const { sessions, people } = context;
  const code = sessions.takeCode(form.get('code') ?? '');
  if (!code) return refusal('invalid_grant');
  const { request, username, authTime } = code;
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  const person = await people.find(username);
  if (
    !person?.enabled ||
    request.redirectUri !== form.get('redirect_uri') ||
    (request.codeChallenge && request.codeChallenge !== challenge)
  ) {
    return refusal('invalid_grant');
  }
  const { clientId, scope, nonce } = request;
  const { token: refreshToken, grant } = sessions.addGrant({
    username,
    clientId,
    scope,
    authTime,
  });
  const tokens = await createTokens(context, { person, grant, nonce });
  return json(200, { ...tokens, refresh_token: refreshToken });
}

async function byRefreshToken(
  context: OAuthContext,
  form: URLSearchParams,
): Promise<Answer> {
  const { sessions, people } = context;
  const grant = sessions.getGrant(form.get('refresh_token') ?? '');
  const person = grant && (await people.find(grant.username));
  if (!grant || !person?.enabled) return refusal('invalid_grant');
  return json(200, await createTokens(context, { person, grant }));
}

function refusal(error: string): Answer {
  return json(400, { error });
}
