import type { App, KeyPrincipal } from '@togglemaster/kit';
import type { Failure } from '@togglemaster/rules';
import { hash } from 'node:crypto';
import { z } from 'zod';
import { joined, JSON_TYPE } from '../evaluate/AnswersJson.ts';
import type { Evaluator } from '../evaluate/Evaluator.ts';
import type { StreamTickets } from '../stream/StreamTickets.ts';
import { STREAM_PATH } from '../stream/streamRoute.ts';
import { ofrepErrors } from './ofrepErrors.ts';
import {
  bulkSuccess,
  evaluationRequest,
  failure,
  success,
} from './ofrepSchemas.ts';
import { readContext } from './readContext.ts';
import { ofrepJson } from './toOfrep.ts';

const config = { access: { scope: 'evaluate' } } as const;
const tags = ['ofrep'];
const INACTIVITY_SECONDS = 120;
const STATUS: Partial<Record<Failure['errorCode'], number>> = {
  FLAG_NOT_FOUND: 404,
  GENERAL: 400,
};

/** OpenFeature Remote Evaluation Protocol 0.3.0. */
export async function ofrepRoutes(
  app: App,
  { evaluator, tickets }: { evaluator: Evaluator; tickets: StreamTickets },
): Promise<void> {
  app.setErrorHandler(ofrepErrors);
  // The body is read by hand: its faults have OFREP's own codes.
  const compilers = {
    validatorCompiler: () => (value: unknown) => ({ value }),
    serializerCompiler: () => JSON.stringify,
  };

  app.post(
    '/ofrep/v1/evaluate/flags/:key',
    {
      config,
      ...compilers,
      schema: {
        tags,
        params: z.object({ key: z.string() }),
        body: evaluationRequest,
        response: { 200: success, 400: failure, 404: failure },
      },
    },
    (request, reply) => {
      const { key } = request.params;
      const { context, fault } = readContext(request.body);
      if (fault) {
        reply.code(400).send({ key, ...fault });
        return;
      }
      const place = request.principal as KeyPrincipal;
      const result = evaluator.one(place, key, context);
      if (!result.ok) reply.code((STATUS[result.errorCode] ?? 400) as 400);
      const json = ofrepJson(evaluator.isStale(place)).one(result);
      reply.type(JSON_TYPE).send(json as never);
    },
  );

  app.post(
    '/ofrep/v1/evaluate/flags',
    {
      config,
      ...compilers,
      schema: {
        tags,
        body: evaluationRequest,
        response: { 200: bulkSuccess, 400: failure.omit({ key: true }) },
      },
    },
    (request, reply) => {
      const { context, fault } = readContext(request.body);
      if (fault) {
        reply.code(400).send(fault);
        return;
      }
      const place = request.principal as KeyPrincipal;
      const { constants, evaluations, stamp } = evaluator.all(place, context);
      const { version, stale } = stamp;
      const json = ofrepJson(stale);
      const fixed = json.constants(constants);
      const others = json.each(evaluations);
      const metadata = `{"version":"${version}"${stale ? ',"stale":true' : ''}}`;
      // Of the answer, not of the version: rules may depend on the time. The
      // context is in it, since clients send the tag of their last one.
      const content =
        fixed.digest + others + metadata + JSON.stringify(context);
      const etag = `"${hash('sha1', content, 'base64url')}"`;
      reply.header('etag', etag);
      if (request.headers['if-none-match'] === etag) {
        reply.code(304 as 200).send(undefined as never);
        return;
      }
      const flags = joined(fixed.json, others);
      const streams = JSON.stringify(eventStreams(tickets.issue(place)));
      // Put together from what was made for the tag already.
      reply
        .type(JSON_TYPE)
        .send(
          `{"flags":[${flags}],"metadata":${metadata},"eventStreams":${streams}}` as never,
        );
    },
  );
}

const eventStreams = (ticket: string) => [
  {
    type: 'sse',
    endpoint: { requestUri: `${STREAM_PATH}?ticket=${ticket}` },
    inactivityDelaySec: INACTIVITY_SECONDS,
  },
];
