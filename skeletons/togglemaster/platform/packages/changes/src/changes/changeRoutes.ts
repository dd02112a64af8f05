import { assertReach, type App, type Principal } from '@togglemaster/kit';
import { z } from 'zod';
import { actOfWith } from '../audit/actOf.ts';
import { Audit } from '../audit/Audit.ts';
import { auditEntry, type AuditEntry } from '../audit/AuditEntry.ts';
import { change, CHANGE_STATUSES } from './Change.ts';
import type { Changes } from './Changes.ts';
import type { Database } from '@togglemaster/kit';

export type ChangeRoutesOptions = {
  /** Such as "/targeting"; the routes lie below. */
  prefix: string;
  changes: Changes;
  audit: Audit;
  db: Database;
  /** An entry as the caller may see it. Default: as it is. */
  seenBy?(principal: Principal, entry: AuditEntry): AuditEntry;
  now: () => Date;
};

const project = z.string().min(1).max(50);
const limit = z.coerce.number().int().min(1).max(200).default(50);
const one = z.object({ id: z.uuid() });

/** Lists, approves, rejects and cancels changes; tells what happened. */
export function changeRoutes(app: App, options: ChangeRoutesOptions): void {
  const { prefix, changes, audit, db, now } = options;
  const { seenBy = (_principal, entry) => entry } = options;
  const actOf = actOfWith(now);
  const tags = ['changes'];
  const read = { access: { role: 'viewer', scope: 'flags:read' } } as const;
  // Approval is a person's: no scope lets a key do it.
  const decide = { access: { role: 'editor' } } as const;

  app.get(
    `${prefix}/changes`,
    {
      config: read,
      schema: {
        tags,
        querystring: z.strictObject({
          project,
          environment: z.string().max(50).optional(),
          status: z.enum(CHANGE_STATUSES).optional(),
          limit,
        }),
        response: { 200: z.object({ changes: z.array(change) }) },
      },
    },
    async request => ({
      changes: await changes.list(within(request.principal, request.query)),
    }),
  );

  for (const event of ['approve', 'reject'] as const) {
    app.post(
      `${prefix}/changes/:id/${event}`,
      {
        config: decide,
        schema: {
          tags,
          params: one,
          querystring: z.strictObject({ project }),
          response: { 200: change },
        },
      },
      async request =>
        changes.decide(request.params.id, request.query.project, {
          event,
          act: actOf(request),
          admin: isAdmin(request.principal),
        }),
    );
  }

  app.post(
    `${prefix}/changes/:id/cancel`,
    {
      config: decide,
      schema: {
        tags,
        params: one,
        querystring: z.strictObject({ project }),
        response: { 200: change },
      },
    },
    async request =>
      changes.cancel(request.params.id, request.query.project, actOf(request)),
  );

  app.get(
    `${prefix}/audit`,
    {
      config: read,
      schema: {
        tags: ['audit'],
        querystring: z.strictObject({
          project,
          environment: z.string().max(50).optional(),
          subject: z.string().max(200).optional(),
          before: z.uuid().optional(),
          limit,
        }),
        response: { 200: z.object({ entries: z.array(auditEntry) }) },
      },
    },
    async request => {
      const { principal, query } = request;
      const entries = await audit.list(db, {
        ...within(principal, query),
        // They tell of all environments.
        shared: principal.kind !== 'key',
      });
      return { entries: entries.map(entry => seenBy(principal, entry)) };
    },
  );
}

/** A key asks for its own environment, whether it names it or not. */
function within<T extends { project: string; environment?: string }>(
  principal: Principal,
  query: T,
): T {
  assertReach(principal, query.project, query.environment);
  return principal.kind === 'key'
    ? { ...query, environment: principal.environment }
    : query;
}

const isAdmin = (principal: Principal) =>
  principal.kind === 'user' && principal.role === 'admin';
