import type { Act } from './Audit.ts';
import { actorOf, type Principal } from '@togglemaster/kit';

/** Who changes something by a request, and when. */
export type ActOf = (request: { principal: Principal; id: string }) => Act;

export const actOfWith =
  (now: () => Date): ActOf =>
  request => ({
    actor: actorOf(request.principal),
    ...keyOwnerOf(request.principal),
    requestId: request.id,
    at: now(),
  });

const keyOwnerOf = (principal: Principal) =>
  principal.kind === 'key' && principal.createdBy !== undefined
    ? { keyOwner: principal.createdBy }
    : {};
