import { actorOf, ROLES, type App, type Database } from '@togglemaster/kit';
import { z } from 'zod';
import type { AuthAudit } from '../audit/AuthAudit.ts';
import type { AttemptLimiter } from '../limits/AttemptLimiter.ts';
import { credentials } from './credentials.ts';
import type { UserService } from './UserService.ts';

export type UserRoutesOptions = {
  users: UserService;
  limiter: AttemptLimiter;
  attemptsPerAddress: number;
  audit: AuthAudit;
  db: Database;
  now: () => Date;
};

const user = z.object({
  id: z.uuid(),
  email: z.string(),
  role: z.enum(ROLES),
  createdAt: z.iso.datetime(),
});
const message = z.object({ message: z.string() });
const open = { access: 'public' } as const;
const admin = { access: { role: 'admin' } } as const;
const tags = ['users'];

export function userRoutes(app: App, options: UserRoutesOptions): void {
  const { users, limiter, attemptsPerAddress, audit, db, now } = options;
  const limit = (ip: string) =>
    limiter.hit(`register:${ip}`, attemptsPerAddress);

  app.post(
    '/auth/register',
    {
      config: open,
      schema: { tags, body: credentials, response: { 202: message } },
    },
    async (request, reply) => {
      await limit(request.ip);
      await users.register(request.body, request.id);
      reply.code(202);
      return {
        message: 'If the address is new, it has an account now: log in',
      };
    },
  );

  app.post(
    '/auth/bootstrap',
    {
      config: open,
      schema: {
        tags,
        description: 'Makes the first admin, with the bootstrap secret',
        body: credentials.extend({ secret: z.string().max(256) }),
        response: { 201: user },
      },
    },
    async (request, reply) => {
      await limit(request.ip);
      const { secret, ...given } = request.body;
      reply.code(201);
      return users.bootstrap(given, secret, request.id);
    },
  );

  app.get(
    '/auth/users',
    {
      config: admin,
      schema: { tags, response: { 200: z.object({ users: z.array(user) }) } },
    },
    async () => ({ users: await users.list() }),
  );

  app.put(
    '/auth/users/:id/role',
    {
      config: admin,
      schema: {
        tags,
        params: z.object({ id: z.uuid() }),
        body: z.strictObject({ role: z.enum(ROLES) }),
        response: { 200: user },
      },
    },
    async request =>
      users.setRole(request.params.id, request.body.role, {
        actor: actorOf(request.principal),
        requestId: request.id,
        at: now(),
      }),
  );

  app.get(
    '/auth/audit',
    {
      config: admin,
      schema: {
        tags,
        querystring: z.strictObject({
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: {
          200: z.object({
            entries: z.array(
              z.object({
                id: z.uuid(),
                at: z.iso.datetime(),
                actor: z.string(),
                action: z.string(),
                subject: z.string(),
                detail: z.record(z.string(), z.json()),
                requestId: z.string(),
              }),
            ),
          }),
        },
      },
    },
    async request => ({ entries: await audit.list(db, request.query.limit) }),
  );
}
