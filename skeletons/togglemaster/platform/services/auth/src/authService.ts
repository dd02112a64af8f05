import {
  createApp,
  Database,
  Loop,
  migrate,
  type ServiceDefinition,
} from '@togglemaster/kit';
import { randomUUID } from 'node:crypto';
import { AuthAudit } from './audit/AuthAudit.ts';
import { authConfig } from './config.ts';
import { ApiKeyService } from './keys/ApiKeyService.ts';
import { keyRoutes } from './keys/keyRoutes.ts';
import { AttemptLimiter } from './limits/AttemptLimiter.ts';
import { localCallers } from './localCallers.ts';
import { Passwords } from './passwords/Passwords.ts';
import { sessionRoutes } from './sessions/sessionRoutes.ts';
import { SessionService } from './sessions/SessionService.ts';
import { jwksRoute } from './signing/jwksRoute.ts';
import { KeyRing } from './signing/KeyRing.ts';
import { Sealer } from './signing/Sealer.ts';
import { userRoutes } from './users/userRoutes.ts';
import { UserService } from './users/UserService.ts';

const HOUSEKEEPING_MS = 600_000;
const RETRY_MS = 5_000;

export const authService: ServiceDefinition<typeof authConfig> = {
  name: 'auth',
  config: authConfig,
  create: async config => {
    const now = () => new Date();
    const newId = () => randomUUID();
    const db = new Database({
      url: config.DATABASE_URL,
      pool: config.DATABASE_POOL,
      name: 'auth',
    });
    await migrate(db, new URL('../migrations/', import.meta.url));

    const audit = new AuthAudit(newId);
    const passwords = new Passwords();
    const ring = new KeyRing({
      db,
      sealer: new Sealer(config.SIGNING_KEY_SECRET),
      now,
      newId,
      days: config.SIGNING_KEY_DAYS,
      tokenSeconds: config.ACCESS_TOKEN_SECONDS,
    });
    await ring.turn();
    const keys = new ApiKeyService({ db, audit, now, newId });
    const users = new UserService({
      db,
      passwords,
      audit,
      bootstrapSecret: config.BOOTSTRAP_SECRET,
      now,
      newId,
    });
    const names = {
      issuer: config.TOKEN_ISSUER,
      audience: config.TOKEN_AUDIENCE,
    };
    const sessions = new SessionService({
      db,
      passwords,
      ring,
      ...names,
      accessSeconds: config.ACCESS_TOKEN_SECONDS,
      refreshDays: config.REFRESH_TOKEN_DAYS,
      now,
      newId,
    });
    const limiter = new AttemptLimiter({
      db,
      now,
      windowSeconds: config.LOGIN_WINDOW_SECONDS,
    });
    const callers = localCallers({ keys, ring, ...names, now });
    const attempts = {
      limiter,
      attemptsPerAccount: config.LOGIN_ATTEMPTS_PER_ACCOUNT,
      attemptsPerAddress: config.LOGIN_ATTEMPTS_PER_ADDRESS,
    };

    const app = await createApp({
      name: 'auth',
      description: 'Users, sessions, API keys and signing keys',
      logLevel: config.LOG_LEVEL,
      callers,
      ready: () => db.ping(),
      proxies: config.PROXIES,
    });
    userRoutes(app, { users, ...attempts, audit, db, now });
    sessionRoutes(app, { sessions, callers, ...attempts });
    keyRoutes(app, { keys, now });
    jwksRoute(app, ring);

    const housekeeping = new Loop({
      turn: async () => {
        await ring.turn();
        await limiter.sweep();
        await sessions.sweep();
        return HOUSEKEEPING_MS;
      },
      failed: error => {
        app.log.warn(
          { err: error },
          'housekeeping failed, will be tried again',
        );
        return RETRY_MS;
      },
    });
    housekeeping.start();
    return {
      app,
      close: async () => {
        await housekeeping.stop();
        await db.close();
      },
    };
  },
};
