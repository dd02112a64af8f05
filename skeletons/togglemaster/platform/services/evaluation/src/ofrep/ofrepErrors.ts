import { toProblem } from '@togglemaster/kit';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** OFREP's own forms of failure: none for 401, 403; codes for 4xx. */
export function ofrepErrors(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const problem = toProblem(error);
  reply
    .code(problem.status)
    .headers(problem.headers)
    .serializer(JSON.stringify);
  if (problem.status === 401 || problem.status === 403) return reply.send();
  reply.type('application/json');
  if (problem.status >= 500) {
    request.log.error(
      { reqId: request.id, err: problem.cause ?? problem },
      problem.message,
    );
    return reply.send({ errorDetails: problem.detail ?? problem.title });
  }
  const { key } = (request.params ?? {}) as { key?: string };
  return reply.send({
    ...(key === undefined ? {} : { key }),
    errorCode: problem.status === 400 ? 'PARSE_ERROR' : 'GENERAL',
    errorDetails: problem.detail ?? problem.title,
  });
}
