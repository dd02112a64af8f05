import fp from 'fastify-plugin';

/** What Fastify's own parser looks for, `\\u` since a name may be written with escapes. */
const SUSPECT = /__proto__|constructor|\\u/;

/**
 * Fastify's own parser of JSON for bodies in which something may be that it refuses, else only JSON.parse: it searches each
 * body twice.
 */
export const jsonParser = fp(async app => {
  const careful = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (request, body, done) => {
      const text = body as string;
      if (text === '' || SUSPECT.test(text)) {
        careful(request, text, done);
        return;
      }
      let parsed: unknown;
      try {
        parsed = JSON.parse(text);
      } catch {
        // Its words for what is no JSON.
        careful(request, text, done);
        return;
      }
      done(null, parsed);
    },
  );
});
