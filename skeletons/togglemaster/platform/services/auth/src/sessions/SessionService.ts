import {
  problems,
  type Database,
  type Queryable,
  type Role,
} from '@togglemaster/kit';
import { hash, randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Passwords } from '../passwords/Passwords.ts';
import type { KeyRing } from '../signing/KeyRing.ts';
import type { Credentials } from '../users/UserService.ts';

export type SessionServiceOptions = {
  db: Database;
  passwords: Passwords;
  ring: KeyRing;
  issuer: string;
  audience: string;
  accessSeconds: number;
  refreshDays: number;
  now: () => Date;
  newId: () => string;
};

export type Session = {
  accessToken: string;
  tokenType: 'Bearer';
  /** Seconds. */
  expiresIn: number;
  refreshToken: string;
};

const DAY_MS = 86_400_000;
const REFRESH_PREFIX = 'tmr_';
/** Any number: makes those who use or end one login wait for each other. */
const FAMILY_LOCK = 7_102_005;
const digestOf = (token: string) => hash('sha256', token, 'hex');

/** Logins. A refresh token is good once: a second use ends the whole login. */
export class SessionService {
  readonly #options: SessionServiceOptions;

  constructor(options: SessionServiceOptions) {
    this.#options = options;
  }

  /** @throws Problem 401, alike and as late for an unknown user */
  async login({ email, password }: Credentials): Promise<Session> {
    const { db, passwords, newId } = this.#options;
    const [user] = await db.query<{
      id: string;
      role: Role;
      password_hash: string;
    }>('SELECT id, role, password_hash FROM users WHERE email = $1', [email]);
    const good = await passwords.verify(user?.password_hash, password);
    if (!user || !good) throw problems.unauthorized();
    if (passwords.isOutdated(user.password_hash)) {
      await db.query('UPDATE users SET password_hash = $2 WHERE id = $1', [
        user.id,
        await passwords.hash(password),
      ]);
    }
    return this.#session(db, user, newId());
  }

  /** @throws Problem 401 for a token that is unknown, used, revoked or expired */
  async refresh(token: string): Promise<Session> {
    const { db, now } = this.#options;
    const session = await db.transaction(async tx => {
      await this.#lockFamily(tx, token);
      const [row] = await tx.query(
        `SELECT t.*, u.role FROM refresh_tokens t JOIN users u ON u.id = t.user_id
         WHERE t.digest = $1 FOR UPDATE OF t`,
        [digestOf(token)],
      );
      if (!row || row.revoked_at || (row.expires_at as Date) <= now()) return;
      if (row.used_at) {
        // Somebody has a copy. The owner has to log in again, the thief can't.
        await this.#revoke(tx, row.family as string);
        return;
      }
      await tx.query(
        'UPDATE refresh_tokens SET used_at = $2 WHERE digest = $1',
        [row.digest, now()],
      );
      return this.#session(
        tx,
        { id: row.user_id as string, role: row.role as Role },
        row.family as string,
      );
    });
    if (!session) throw problems.unauthorized();
    return session;
  }

  /** Ends the login that a token belongs to; an unknown one is fine. */
  async logout(token: string): Promise<void> {
    await this.#options.db.transaction(async tx => {
      const family = await this.#lockFamily(tx, token);
      if (family !== undefined) await this.#revoke(tx, family);
    });
  }

  /** Removes tokens that have expired. */
  async sweep(): Promise<void> {
    const { db, now } = this.#options;
    await db.query('DELETE FROM refresh_tokens WHERE expires_at <= $1', [
      now(),
    ]);
  }

  /**
   * MUST come before a login is used or ended: who revokes has to see the token
   * that a refresh at the same time makes.
   *
   * @returns the login that the token belongs to
   */
  async #lockFamily(tx: Queryable, token: string): Promise<string | undefined> {
    const [row] = await tx.query<{ family: string }>(
      `SELECT family, pg_advisory_xact_lock($2, hashtext(family::text))
       FROM refresh_tokens WHERE digest = $1`,
      [digestOf(token), FAMILY_LOCK],
    );
    return row?.family;
  }

  async #revoke(tx: Queryable, family: string): Promise<void> {
    await tx.query(
      `UPDATE refresh_tokens SET revoked_at = $2
       WHERE family = $1 AND revoked_at IS NULL`,
      [family, this.#options.now()],
    );
  }

  async #session(
    tx: Queryable,
    user: { id: string; role: Role },
    family: string,
  ): Promise<Session> {
    const { now, refreshDays, accessSeconds } = this.#options;
    const refreshToken = `${REFRESH_PREFIX}${randomBytes(32).toString('base64url')}`;
    await tx.query(
      `INSERT INTO refresh_tokens (digest, family, user_id, expires_at)
       VALUES ($1, $2, $3, $4)`,
      [
        digestOf(refreshToken),
        family,
        user.id,
        new Date(now().getTime() + refreshDays * DAY_MS),
      ],
    );
    return {
      accessToken: await this.#accessToken(user),
      tokenType: 'Bearer',
      expiresIn: accessSeconds,
      refreshToken,
    };
  }

  async #accessToken(user: { id: string; role: Role }): Promise<string> {
    const { ring, issuer, audience, accessSeconds, now, newId } = this.#options;
    const { kid, key } = await ring.sign();
    const seconds = Math.floor(now().getTime() / 1000);
    return new SignJWT({ role: user.role })
      .setProtectedHeader({ alg: 'ES256', kid, typ: 'at+jwt' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(user.id)
      .setJti(newId())
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + accessSeconds)
      .sign(key);
  }
}
