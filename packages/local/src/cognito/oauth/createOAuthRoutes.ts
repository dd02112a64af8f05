import { json, type Handler } from '../program/http';
import { authorize } from './authorize';
import { discovery } from './discovery';
import { changePassword, login, resetPassword, showLogin } from './login';
import { logout } from './logout';
import type { OAuthContext } from './OAuthContext';
import { revoke } from './revoke';
import { token } from './token';
import { userInfo } from './userInfo';

/** Cognito's addresses. */
export function createOAuthRoutes(context: OAuthContext): Map<string, Handler> {
  const wellKnown = `/${context.client.userPoolId}/.well-known`;
  return new Map<string, Handler>([
    ['GET /health', () => json(200, { ok: true })],
    [
      `GET ${wellKnown}/openid-configuration`,
      () => json(200, discovery(context)),
    ],
    [`GET ${wellKnown}/jwks.json`, () => json(200, context.signer.jwks)],
    ['GET /oauth2/authorize', incoming => authorize(context, incoming)],
    ['GET /login', incoming => showLogin(context, incoming)],
    ['POST /login', incoming => login(context, incoming)],
    ['POST /changePassword', incoming => changePassword(context, incoming)],
    ['POST /resetPassword', incoming => resetPassword(context, incoming)],
    ['POST /oauth2/token', incoming => token(context, incoming)],
    ['GET /oauth2/userInfo', incoming => userInfo(context, incoming)],
    ['POST /oauth2/revoke', incoming => revoke(context, incoming)],
    ['GET /logout', incoming => logout(context, incoming)],
  ]);
}
