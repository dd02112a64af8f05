import fp from 'fastify-plugin';
import { MAX_DEPTH } from './bodyGuard.ts';
import { problems } from './problems.ts';
import { textFault } from './textFault.ts';

/** What Fastify's own parser looks for, `\\u` since a name may be written with escapes. */
const SUSPECT = /__proto__|constructor|\\u/;
/** In JSON these stand as escapes only. */
const NUL_OR_SURROGATE = /\\u(?:0000|d[89a-f])/i;

type Done = (error: Error | null, body?: unknown) => void;

/**
 * Fastify's own parser of JSON for bodies in which something may be that it refuses, else only JSON.parse: it searches each
 * body twice. NUL and lone surrogates are refused here, where escapes are still seen.
 */
export const jsonParser = fp<{ anyText: boolean }>(async (app, { anyText }) => {
  const careful = app.getDefaultJsonParser('error', 'error');
  const checked = (text: string, done: Done): Done =>
    anyText || !NUL_OR_SURROGATE.test(text)
      ? done
      : (error, body) => {
          const fault = error ? undefined : textFault(body, 'body', MAX_DEPTH);
          done(fault ? problems.invalidField(fault) : error, body);
        };
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (request, body, done) => {
      const text = body as string;
      if (text === '' || SUSPECT.test(text)) {
        careful(request, text, checked(text, done));
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
