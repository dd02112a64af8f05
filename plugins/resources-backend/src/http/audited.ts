import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Request, RequestHandler, Response } from 'express';

export interface AuditedOptions {
  auditor: AuditorService;
  eventId: string;
  /** What the request is about, before anything of it was checked: path parameters, not the body. */
  meta?: (request: Request) => JsonObject;
}

/** A handler whose outcome, refusals of bad input among them, is one audit event. Its return value goes into it. */
export function audited(
  options: AuditedOptions,
  handle: (request: Request, response: Response) => Promise<JsonObject>,
): RequestHandler {
  return async (request, response) => {
    const event = await options.auditor.createEvent({
      eventId: options.eventId,
      severityLevel: 'medium',
      request,
      meta: options.meta?.(request),
    });
    try {
      const meta = await handle(request, response);
      await event.success({ meta });
    } catch (error) {
      await event.fail({
        error: error instanceof Error ? error : new Error(String(error)),
      });
      throw error;
    }
  };
}
