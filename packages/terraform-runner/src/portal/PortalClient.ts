import { z } from 'zod';
import {
  BundleResponse,
  EventBatch,
  EventBatchResponse,
  Job,
  PlanResult,
  PlanVerdict,
  RunResult,
  bundleResponseSchema,
  eventBatchResponseSchema,
  jobSchema,
  planVerdictSchema,
  runnerPaths,
} from '../protocol';
import { PortalError } from './PortalError';

export type PortalClientOptions = {
  baseUrl: string;
  runId: string;
  attempt: number;
  token: string;
  /** Milliseconds until an unanswered request counts as `away`; default 30,000. */
  timeoutMs?: number;
};

/** The portal's runner API, for one attempt of one run. Every method throws {@link PortalError}. */
export class PortalClient {
  readonly #options: PortalClientOptions;

  constructor(options: PortalClientOptions) {
    this.#options = options;
  }

  async job(): Promise<Job> {
    return this.#ask(jobSchema, 'GET', this.#path('job'));
  }

  async bundle(): Promise<BundleResponse> {
    return this.#ask(bundleResponseSchema, 'GET', this.#path('bundle'));
  }

  async events(batch: EventBatch): Promise<EventBatchResponse> {
    const path = this.#path('events');
    return this.#ask(eventBatchResponseSchema, 'POST', path, batch);
  }

  async plan(result: PlanResult): Promise<PlanVerdict> {
    return this.#ask(planVerdictSchema, 'POST', this.#path('plan'), result);
  }

  async applying(): Promise<void> {
    await this.#send('POST', this.#path('applying'), {});
  }

  async result(result: RunResult): Promise<void> {
    await this.#send('POST', this.#path('result'), result);
  }

  #path(name: keyof typeof runnerPaths): string {
    return runnerPaths[name](this.#options.runId, this.#options.attempt);
  }

  async #ask<T>(
    schema: z.ZodType<T>,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<T> {
    const text = await this.#send(method, path, body);
    try {
      return schema.parse(JSON.parse(text));
    } catch (error) {
      throw new PortalError(
        'refused',
        `The portal answered ${method} ${path} with something that this runner does not understand. ` +
          'Runner and portal must be of the same release',
        { cause: error },
      );
    }
  }

  async #send(method: string, path: string, body?: unknown): Promise<string> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(this.#options.baseUrl + path, {
        method,
        headers: {
          authorization: `Bearer ${this.#options.token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(this.#options.timeoutMs ?? 30_000),
      });
      text = await response.text();
    } catch (error) {
      throw new PortalError('away', `The portal did not answer ${path}`, {
        cause: error,
      });
    }
    if (!response.ok) {
      throw PortalError.ofStatus(
        response.status,
        `The portal answered ${method} ${path} with ${
          response.status
        }: ${text.slice(0, 500)}`,
      );
    }
    return text;
  }
}
