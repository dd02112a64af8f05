import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Request, RequestHandler, Response } from 'express';

export interface AuditedOptions {
  auditor: AuditorService;
  eventId: string;
  /** What the request is about, before anything of it was checked: path parameters, not the body. */
  meta?: (request: Request) => JsonObject;
}

/**
 * A handler whose outcome, refusals of bad input among them, is one audit event. What it returns goes into the event of a
 * success; what it says by `about`, once it knows what it is asked for, into that of a failure as well.
 */
export function audited(
  options: AuditedOptions,
  handle: (
    request: Request,
    response: Response,
    about: (meta: JsonObject) => void,
  ) => Promise<JsonObject>,
): RequestHandler {
  return async (request, response) => {
    const event = await options.auditor.createEvent({
      eventId: options.eventId,
      severityLevel: 'medium',
      request,
      meta: options.meta?.(request),
    });
    const known: JsonObject = {};
    try {
      const meta = await handle(request, response, about =>
        Object.assign(known, about),
      );
      await event.success({ meta: { ...known, ...meta } });
    } catch (error) {
      await event.fail({
        meta: known,
        error: error instanceof Error ? error : new Error(String(error)),
      });
      throw error;
    }
  };
}
