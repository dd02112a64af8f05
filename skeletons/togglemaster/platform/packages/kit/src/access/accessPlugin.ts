import fp from 'fastify-plugin';
import { problems } from '../http/problems.ts';
import { isAllowed, type Access } from './Access.ts';
import type { CallerVerifier } from './CallerVerifier.ts';
import { identify } from './identify.ts';
import type { Principal } from './Principal.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyRequest {
    /** Of a route that is not public. */
    principal: Principal;
    /** Of the route, with its parameters' names; absent where there is none. Fastify makes all of a route's options for each look at them. */
    routeUrl?: string;
  }
}

/** Lets nobody through whom the route's `config.access` does not name. */
export const accessPlugin = fp<{ callers: CallerVerifier }>(
  async (app, { callers }) => {
    app.decorateRequest('principal', null as never);
    app.decorateRequest('routeUrl', undefined);

    app.addHook('onRoute', route => {
      if (!route.config?.access) {
        throw new Error(`${route.method} ${route.url} states no access`);
      }
      if (route.config.access !== 'public' && route.schema) {
        route.schema.security ??= [{ token: [] }, { key: [] }];
      }
    });

    app.addHook('onRequest', (request, _reply, done) => {
      const { config, url } = request.routeOptions;
      const { access } = config;
      request.routeUrl = url;
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

function needs({ role, scope }: Exclude<Access, 'public'>): string {
  const ways = [
    ...(role ? [`the role ${role}`] : []),
    ...(scope ? [`a key with the scope ${scope}`] : []),
  ];
  return `This needs ${ways.join(' or ')}`;
}
