import type { PoolClient } from '../program/ensurePool';
import type { AuthorizationRequest } from './Sessions';

export type ReadRequest =
  | { request: AuthorizationRequest; prompt: string[] }
  /** Nobody to send the browser back to. */
  | { broken: string }
  /** For the portal, as `error` of the callback. */
  | { refused: string; redirectUri: string; state?: string };

const SCOPES = ['openid', 'profile', 'email'];

/** Reads the parameters of /oauth2/authorize, which /login has too. */
export function readAuthorizationRequest(
  query: URLSearchParams,
  client: PoolClient,
): ReadRequest {
  const value = (name: string) => query.get(name) || undefined;
  const redirectUri = value('redirect_uri');
  if (value('client_id') !== client.clientId) {
    return { broken: 'There is no such client.' };
  }
  if (!redirectUri || !client.callbackUrls.includes(redirectUri)) {
    return { broken: 'The client has no such redirect_uri.' };
  }
  const state = value('state');
  const refused = (error: string) => ({ refused: error, redirectUri, state });
  if (value('response_type') !== 'code') {
    return refused('unsupported_response_type');
  }
  const scope = (value('scope') ?? SCOPES.join(' ')).split(' ').filter(Boolean);
  if (scope.some(name => !SCOPES.includes(name))) {
    return refused('invalid_scope');
  }
  const codeChallenge = value('code_challenge');
  if (codeChallenge && value('code_challenge_method') !== 'S256') {
    return refused('invalid_request');
  }
  return {
    request: {
      clientId: client.clientId,
      redirectUri,
      scope,
      state,
      nonce: value('nonce'),
      codeChallenge,
    },
    prompt: (value('prompt') ?? '').split(' ').filter(Boolean),
  };
}
