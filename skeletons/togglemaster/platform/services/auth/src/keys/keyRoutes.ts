import { actorOf, SCOPES, type App } from '@togglemaster/kit';
import { z } from 'zod';
import type { ApiKeyService } from './ApiKeyService.ts';

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,49}$/);
const text = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cf}]+$/u, 'control characters are not allowed');

const newKey = z
  .strictObject({
    name: text,
    type: z.enum(['server', 'client']),
    project: slug,
    environment: slug,
    scopes: z.array(z.enum(SCOPES)).min(1),
    expiresAt: z.iso.datetime({ offset: true }).optional(),
  })
  .refine(
    key =>
      key.type === 'server' || key.scopes.every(scope => scope === 'evaluate'),
    {
      path: ['scopes'],
      message: 'a client key is public: it may have the scope evaluate only',
    },
  );

const apiKey = z.object({
  id: z.uuid(),
  name: z.string(),
  hint: z.string(),
  type: z.enum(['server', 'client']),
  project: z.string(),
  environment: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
});

const config = { access: { role: 'admin' } } as const;
const tags = ['keys'];

export function keyRoutes(
  app: App,
  { keys, now }: { keys: ApiKeyService; now: () => Date },
): void {
  app.post(
    '/auth/keys',
    {
      config,
      schema: {
        tags,
        description: 'The key is in this answer and nowhere else',
        body: newKey,
        response: { 201: z.object({ key: z.string(), apiKey }) },
      },
    },
    async (request, reply) => {
      reply.code(201).header('cache-control', 'no-store');
      return keys.create(request.body, {
        actor: actorOf(request.principal),
        requestId: request.id,
        at: now(),
      });
    },
  );

  app.get(
    '/auth/keys',
    {
      config,
      schema: {
        tags,
        querystring: z.strictObject({ project: slug.optional() }),
        response: { 200: z.object({ keys: z.array(apiKey) }) },
      },
    },
    async request => ({ keys: await keys.list(request.query.project) }),
  );

  app.delete(
    '/auth/keys/:id',
    {
      config,
      schema: {
        tags,
        params: z.object({ id: z.uuid() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await keys.revoke(request.params.id, {
        actor: actorOf(request.principal),
        requestId: request.id,
        at: now(),
      });
      return reply.code(204).send(null);
    },
  );
}
