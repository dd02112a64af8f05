import type { App } from '@togglemaster/kit';

const PATHS = [
  '/evaluate',
  '/evaluate/bulk',
  '/evaluate/stream',
  '/ofrep/v1/evaluate/flags',
  '/ofrep/v1/evaluate/flags/:key',
];
const DAY = '86400';

/**
 * Lets pages of these origins call evaluation. Credentials are keys in a header,
 * no cookies, so nothing is allowed that a page could not do with the key.
 */
export function cors(app: App, origins: string): void {
  const allowed = new Set(origins.split(',').map(text => text.trim()));
  allowed.delete('');
  if (allowed.size === 0) return;
  app.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    if (origin && (allowed.has('*') || allowed.has(origin))) {
      reply.headers({
        'access-control-allow-origin': origin,
        'access-control-expose-headers': 'etag, retry-after',
        vary: 'origin',
      });
    }
    done();
  });
  for (const path of PATHS) {
    app.options(
      path,
      { config: { access: 'public' }, schema: { hide: true } },
      async (_request, reply) =>
        reply
          .headers({
            'access-control-allow-methods': 'GET, POST',
            'access-control-allow-headers':
              'authorization, content-type, if-none-match, x-api-key',
            'access-control-max-age': DAY,
          })
          .code(204)
          .send(),
    );
  }
}
