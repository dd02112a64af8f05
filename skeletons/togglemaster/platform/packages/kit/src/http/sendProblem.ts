import type { FastifyReply, FastifyRequest } from 'fastify';
import { toProblem } from './toProblem.ts';

/** Answers with application/problem+json; logs what is our fault. */
export function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const problem = toProblem(error);
  if (problem.status >= 500) {
    request.log.error(
      { reqId: request.id, err: problem.cause ?? problem },
      problem.message,
    );
  }
  return reply
    .code(problem.status)
    .headers(problem.headers)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(problem.toBody(request.id));
}
