import type { RequestHandler } from 'express';

const error = {
  name: 'AuthenticationError',
  message: 'The request has no valid credentials',
};

/**
 * Says the same to all requests without valid credentials, so that nobody learns what was wrong with a token. Each plugin
 * answers for itself, so it is the answer that is changed. The login's own routes keep their words.
 */
export const alikeRefusals: RequestHandler = (request, response, next) => {
  if (!request.path.startsWith('/api/auth/')) {
    const send = response.json.bind(response);
    response.json = body =>
      send(response.statusCode === 401 ? { ...body, error } : body);
  }
  next();
};
