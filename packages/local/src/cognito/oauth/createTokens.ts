import { createHash } from 'node:crypto';
import type { Person } from '../program/People';
import type { OAuthContext } from './OAuthContext';
import type { Grant } from './Sessions';

const HOUR_S = 3_600;

/** The tokens with the claims that Cognito puts in. */
export async function createTokens(
  context: OAuthContext,
  options: { person: Person; grant: Grant; nonce?: string },
) {
  const { issuer, signer, people, client, now, newId } = context;
  const { person, grant, nonce } = options;
  const groups = await people.groupsOf(person);
  const iat = Math.floor(now().getTime() / 1_000);
  const common = {
    sub: person.username,
    iss: issuer,
    ...(groups.length > 0 && { 'cognito:groups': groups }),
    origin_jti: grant.id,
    event_id: newId(),
    auth_time: Math.floor(grant.authTime.getTime() / 1_000),
    iat,
    exp: iat + HOUR_S,
  };
  const accessToken = await signer.sign({
    ...common,
    token_use: 'access',
    jti: newId(),
    version: 2,
    client_id: client.clientId,
    username: person.username,
    scope: grant.scope.join(' '),
  });
  const idToken = await signer.sign({
    ...common,
    token_use: 'id',
    jti: newId(),
    aud: client.clientId,
    at_hash: leftHalf(accessToken),
    'cognito:username': person.username,
    email: person.email,
    // A boolean here; in the answer of userInfo Cognito makes it a string.
    email_verified: person.emailVerified,
    ...(person.name && { name: person.name }),
    ...(nonce && { nonce }),
  });
  return {
    access_token: accessToken,
    ...(grant.scope.includes('openid') && { id_token: idToken }),
    token_type: 'Bearer',
    expires_in: HOUR_S,
  };
}

/** OpenID Connect Core, 3.1.3.6: half of the hash binds one token to the other. */
function leftHalf(token: string): string {
  const hash = createHash('sha256').update(token).digest();
  return hash.subarray(0, hash.length / 2).toString('base64url');
}
