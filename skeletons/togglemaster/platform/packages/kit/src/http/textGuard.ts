import fp from 'fastify-plugin';
import { problems } from './problems.ts';
import { textFault } from './textFault.ts';

/** Refuses NUL in paths and queries; in bodies the parser does. */
export const textGuard = fp(async app => {
  app.addHook('preValidation', (request, _reply, done) => {
    // A lone surrogate can't come so: it is no UTF-8, and stays encoded.
    if (!request.url.includes('%00')) return done();
    const fault =
      textFault(request.params, 'params', 1) ??
      textFault(request.query, 'querystring', 2);
    return done(fault && problems.invalidField(fault));
  });
});
