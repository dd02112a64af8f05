import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Problem } from '../http/Problem.ts';
import { problems } from '../http/problems.ts';

/** On whose behalf another service is asked. */
export type Caller = {
  requestId: string;
  authorization?: string;
  apiKey?: string;
};

export type ServiceRequest<S extends z.ZodType> = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  caller: Caller;
  /** Of the answer. */
  schema: S;
};

const TIMEOUT_MS = 5_000;

const problemBody = z.object({
  type: z.string(),
  title: z.string(),
  detail: z.string().optional(),
  errors: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .optional(),
});

/**
 * Asks another of our services with the caller's own credentials and request
 * id. Its refusals pass through; anything else is Problem 503.
 */
export class ServiceClient {
  readonly #name: string;
  readonly #baseUrl: string;

  constructor(options: { name: string; baseUrl: string }) {
    this.#name = options.name;
    this.#baseUrl = options.baseUrl;
  }

  async request<S extends z.ZodType>(
    request: ServiceRequest<S>,
  ): Promise<z.output<S>> {
    const response = await this.#send(request);
    if (response.status >= 400 && response.status < 500) {
      throw await this.#refusal(response);
    }
    if (!response.ok) {
      throw problems.unavailable(
        `The ${this.#name} service`,
        new Error(`${request.method} ${request.path}: HTTP ${response.status}`),
      );
    }
    return request.schema.parse(
      response.status === 204 ? undefined : await response.json(),
    );
  }

  async #send({
    method,
    path,
    query,
    body,
    caller,
  }: ServiceRequest<z.ZodType>) {
    const url = new URL(path, this.#baseUrl);
    for (const [name, value] of Object.entries(query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    try {
      return await fetch(url, {
        method,
        headers: {
          'x-request-id': caller.requestId,
          ...(caller.authorization
            ? { authorization: caller.authorization }
            : {}),
          ...(caller.apiKey ? { 'x-api-key': caller.apiKey } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      throw problems.unavailable(`The ${this.#name} service`, error);
    }
  }

  async #refusal(response: Response): Promise<Problem> {
    const body = problemBody.safeParse(
      await response.json().catch(() => undefined),
    ).data;
    return new Problem({
      status: response.status,
      code: body?.type.split(':').at(-1) ?? 'refused',
      title: body?.title ?? `The ${this.#name} service refused`,
      detail: body?.detail,
      errors: body?.errors,
    });
  }
}

/** The caller of a request, to be passed on. */
export function callerOf(request: FastifyRequest): Caller {
  const key = request.headers['x-api-key'];
  return {
    requestId: request.id,
    authorization: request.headers.authorization,
    apiKey: typeof key === 'string' ? key : undefined,
  };
}
