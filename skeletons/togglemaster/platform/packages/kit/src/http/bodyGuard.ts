import fp from 'fastify-plugin';
import { isTooDeep } from './isTooDeep.ts';
import { problems } from './problems.ts';

export const MAX_DEPTH = 20;

/** Refuses bodies nested deeper than any of ours, before they are validated. */
export const bodyGuard = fp(async app => {
  app.addHook('preValidation', (request, _reply, done) => {
    done(
      isTooDeep(request.body, MAX_DEPTH)
        ? problems.invalid(`body: nested deeper than ${MAX_DEPTH} levels`)
        : undefined,
    );
  });
});
