import {
  isUniqueViolation,
  problems,
  type Database,
  type Queryable,
  type Role,
  type Row,
} from '@togglemaster/kit';
import { hash, timingSafeEqual } from 'node:crypto';
import type { Act, AuthAudit } from '../audit/AuthAudit.ts';
import type { Passwords } from '../passwords/Passwords.ts';

export type User = { id: string; email: string; role: Role; createdAt: string };
export type Credentials = { email: string; password: string };

export type UserServiceOptions = {
  db: Database;
  passwords: Passwords;
  audit: AuthAudit;
  bootstrapSecret?: string;
  now: () => Date;
  newId: () => string;
};

/** Any number: makes two bootstraps or two demotions wait for each other. */
const ADMIN_LOCK = 7_102_003;

/** Accounts. Roles are given by admins, never asked for. */
export class UserService {
  readonly #options: UserServiceOptions;

  constructor(options: UserServiceOptions) {
    this.#options = options;
  }

  /** Says nothing about whether the address has an account, nor takes longer. */
  async register(credentials: Credentials, requestId: string): Promise<void> {
    try {
      await this.#insert(credentials, 'viewer', requestId);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }

  /** @throws Problem 403, all alike, for a wrong secret or when there is an admin */
  async bootstrap(
    credentials: Credentials,
    secret: string,
    requestId: string,
  ): Promise<User> {
    const { db, bootstrapSecret } = this.#options;
    if (!bootstrapSecret || !sameText(secret, bootstrapSecret)) {
      throw noBootstrap();
    }
    await assertNoAdmin(db);
    try {
      return await this.#insert(credentials, 'admin', requestId);
    } catch (error) {
      if (isUniqueViolation(error)) throw noBootstrap();
      throw error;
    }
  }

  async list(): Promise<User[]> {
    const rows = await this.#options.db.query(
      'SELECT * FROM users ORDER BY email LIMIT 1000',
    );
    return rows.map(toUser);
  }

  /** It holds from the user's next refresh on, 15 minutes at the latest. */
  async setRole(id: string, role: Role, act: Act): Promise<User> {
    const { db, audit } = this.#options;
    return db.transaction(async tx => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [ADMIN_LOCK]);
      const [before] = await tx.query('SELECT * FROM users WHERE id = $1', [
        id,
      ]);
      if (!before) throw problems.notFound(`No user ${id}`);
      const admins = await tx.query(
        "SELECT id FROM users WHERE role = 'admin'",
      );
      if (role !== 'admin' && admins.length === 1 && admins[0]?.id === id) {
        throw problems.conflict('The last admin can not lose the role');
      }
      const [after] = await tx.query(
        'UPDATE users SET role = $2 WHERE id = $1 RETURNING *',
        [id, role],
      );
      await audit.record(tx, act, 'user.role', id, {
        before: before.role,
        after: role,
      });
      return toUser(after!);
    });
  }

  async #insert(
    { email, password }: Credentials,
    role: Role,
    requestId: string,
  ): Promise<User> {
    const { db, passwords, audit, now, newId } = this.#options;
    const digest = await passwords.hash(password);
    const id = newId();
    return db.transaction(async tx => {
      if (role === 'admin') {
        await tx.query('SELECT pg_advisory_xact_lock($1)', [ADMIN_LOCK]);
        // Another one may have come first while the password was hashed.
        await assertNoAdmin(tx);
      }
      const [row] = await tx.query(
        `INSERT INTO users (id, email, password_hash, role, created_at)
         VALUES ($1, $2, $3, $4, $5) RETURNING *`,
        [id, email, digest, role, now()],
      );
      await audit.record(
        tx,
        { actor: `user:${id}`, requestId, at: now() },
        'user.registered',
        id,
        { role },
      );
      return toUser(row!);
    });
  }
}

const noBootstrap = () =>
  problems.forbidden('The first admin can not be made so');

async function assertNoAdmin(db: Queryable): Promise<void> {
  const [admin] = await db.query("SELECT 1 FROM users WHERE role = 'admin'");
  if (admin) throw noBootstrap();
}

/** Takes as long wherever they differ. */
function sameText(a: string, b: string): boolean {
  return timingSafeEqual(
    hash('sha256', a, 'buffer'),
    hash('sha256', b, 'buffer'),
  );
}

function toUser(row: Row): User {
  return {
    id: row.id as string,
    email: row.email as string,
    role: row.role as Role,
    createdAt: (row.created_at as Date).toISOString(),
  };
}
