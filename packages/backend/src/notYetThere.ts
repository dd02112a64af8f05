import type { RequestHandler } from 'express';

/**
 * While the portal starts, a plugin that has no routes yet is not missing (404) but away (503): a runner waits for the
 * one and gives up at the other.
 */
export function notYetThere(hasStarted: () => boolean): RequestHandler {
  return (_request, response, next) => {
    const status = response.status.bind(response);
    response.status = code => {
      if (code !== 404 || hasStarted()) return status(code);
      response.setHeader('retry-after', '1');
      return status(503);
    };
    next();
  };
}
