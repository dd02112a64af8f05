import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { problems } from '../http/problems.ts';
import { isAllowed, type Access } from './Access.ts';
import type { CallerVerifier } from './CallerVerifier.ts';
import type { Principal } from './Principal.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyRequest {
    /** Of a route that is not public. */
    principal: Principal;
  }
}

const KEY_PREFIX = 'tm_';
const MAX_CREDENTIAL = 4096;

/** Lets nobody through whom the route's `config.access` does not name. */
export const accessPlugin = fp<{ callers: CallerVerifier }>(
  async (app, { callers }) => {
    app.decorateRequest('principal', null as never);

    app.addHook('onRoute', route => {
      if (!route.config?.access) {
        throw new Error(`${route.method} ${route.url} states no access`);
      }
      if (route.config.access !== 'public' && route.schema) {
        route.schema.security ??= [{ token: [] }, { key: [] }];
      }
    });

    app.addHook('onRequest', (request, _reply, done) => {
      const access = request.routeOptions.config.access;
      if (access === 'public' || access === undefined) return done();

      const decide = (principal: Principal | undefined) => {
        if (!principal) return done(problems.unauthorized());
        if (!isAllowed(access, principal)) {
          return done(problems.forbidden(needs(access)));
        }
        request.principal = principal;
        return done();
      };

      const found = identify(request, callers);
      if (found instanceof Promise) found.then(decide, done);
      else decide(found);
    });
  },
);

function identify(request: FastifyRequest, callers: CallerVerifier) {
  const key = request.headers['x-api-key'];
  const bearer = bearerOf(request.headers.authorization);
  const credential = typeof key === 'string' ? key : bearer;
  if (!credential || credential.length > MAX_CREDENTIAL) return undefined;
  return credential.startsWith(KEY_PREFIX)
    ? callers.verifyKey(credential, request.id)
    : typeof key === 'string'
      ? undefined
      : callers.verifyToken(credential);
}

function bearerOf(header: string | undefined): string | undefined {
  return header?.slice(0, 7).toLowerCase() === 'bearer '
    ? header.slice(7)
    : undefined;
}

function needs(access: Exclude<Access, 'public'>): string {
  const scope = access.scope ? ` or a key with the scope ${access.scope}` : '';
  return `This needs the role ${access.role}${scope}`;
}
