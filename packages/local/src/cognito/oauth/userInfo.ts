import type { JWTPayload } from 'jose';
import { json, type Answer, type Incoming } from '../program/http';
import type { OAuthContext } from './OAuthContext';

/** GET /oauth2/userInfo: who an access token is about. */
export async function userInfo(
  context: OAuthContext,
  { headers }: Incoming,
): Promise<Answer> {
  const [, token = ''] = (headers.authorization ?? '').split(' ');
  const claims = await accessClaims(context, token);
  const person = claims && (await context.people.find(String(claims.sub)));
  if (!claims || !person?.enabled) {
    return { ...json(401, { error: 'invalid_token' }) };
  }
  return json(200, {
    sub: person.username,
    username: person.username,
    email: person.email,
    // A string, as Cognito has it.
    email_verified: String(person.emailVerified),
    ...(person.name && { name: person.name }),
  });
}

async function accessClaims(
  { signer, issuer, sessions, now }: OAuthContext,
  token: string,
): Promise<JWTPayload | undefined> {
  try {
    const claims = await signer.verify(token, { issuer, now: now() });
    const isGood =
      claims.token_use === 'access' &&
      String(claims.scope).split(' ').includes('openid') &&
      sessions.hasGrant(String(claims.origin_jti));
    return isGood ? claims : undefined;
  } catch {
    return undefined;
  }
}
