import {
  identify,
  Problem,
  problems,
  ROLES,
  SCOPES,
  type App,
  type CallerVerifier,
} from '@togglemaster/kit';
import { z } from 'zod';
import type { AttemptLimiter } from '../limits/AttemptLimiter.ts';
import { email } from '../users/credentials.ts';
import type { SessionService } from './SessionService.ts';

export type SessionRoutesOptions = {
  sessions: SessionService;
  callers: CallerVerifier;
  limiter: AttemptLimiter;
  attemptsPerAccount: number;
  attemptsPerAddress: number;
};

const session = z.object({
  accessToken: z.string(),
  tokenType: z.literal('Bearer'),
  expiresIn: z.number(),
  refreshToken: z.string(),
});
const login = z.strictObject({ email, password: z.string().max(128) });
const refresh = z.strictObject({ refreshToken: z.string().min(1).max(200) });
const caller = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), id: z.string(), role: z.enum(ROLES) }),
  z.object({
    kind: z.literal('key'),
    id: z.string(),
    project: z.string(),
    environment: z.string(),
    createdBy: z.string(),
    scopes: z.array(z.enum(SCOPES)),
  }),
]);
const config = { access: 'public' } as const;
const tags = ['sessions'];

export function sessionRoutes(app: App, options: SessionRoutesOptions): void {
  const { sessions, limiter, callers } = options;

  app.post(
    '/auth/login',
    { config, schema: { tags, body: login, response: { 200: session } } },
    async (request, reply) => {
      const account = `login:${request.body.email}`;
      // Good ones too: each costs as much as a wrong one.
      await limiter.hit(`address:${request.ip}`, options.attemptsPerAddress);
      await limiter.hit(account, options.attemptsPerAccount);
      const made = await sessions.login(request.body);
      await limiter.forget(account);
      reply.header('cache-control', 'no-store');
      return made;
    },
  );

  app.post(
    '/auth/refresh',
    { config, schema: { tags, body: refresh, response: { 200: session } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      try {
        return await sessions.refresh(request.body.refreshToken);
      } catch (error) {
        // Nobody guesses a token: a good one passes whatever others of its address send.
        if (error instanceof Problem && error.status === 401) {
          const address = `refresh:${request.ip}`;
          await limiter.hit(address, options.attemptsPerAddress);
        }
        throw error;
      }
    },
  );

  app.post(
    '/auth/logout',
    { config, schema: { tags, body: refresh, response: { 204: z.null() } } },
    async (request, reply) => {
      await sessions.logout(request.body.refreshToken);
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/auth/validate',
    {
      config,
      schema: {
        tags,
        description: 'Who the token or API key of this request belongs to',
        security: [{ token: [] }, { key: [] }],
        response: { 200: caller },
      },
    },
    async request => {
      const principal = await identify(request, callers);
      if (!principal) throw problems.unauthorized();
      return principal as z.output<typeof caller>;
    },
  );
}
