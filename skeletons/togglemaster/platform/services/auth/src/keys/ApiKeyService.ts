import {
  KEY_PREFIX,
  problems,
  type Database,
  type KeyPrincipal,
  type Row,
  type Scope,
} from '@togglemaster/kit';
import { hash, randomBytes } from 'node:crypto';
import type { Act, AuthAudit } from '../audit/AuthAudit.ts';

export type ApiKey = {
  id: string;
  name: string;
  /** Its first characters. */
  hint: string;
  type: 'server' | 'client';
  project: string;
  environment: string;
  scopes: Scope[];
  createdBy: string;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
};

export type NewApiKey = Pick<
  ApiKey,
  'name' | 'type' | 'project' | 'environment' | 'scopes'
> & { expiresAt?: string };

export type ApiKeyServiceOptions = {
  db: Database;
  audit: AuthAudit;
  now: () => Date;
  newId: () => string;
};

const SECRET_BYTES = 32;
const HINT = 6;

/** Keys for programs: shown once, stored as SHA-256. */
export class ApiKeyService {
  readonly #options: ApiKeyServiceOptions;

  constructor(options: ApiKeyServiceOptions) {
    this.#options = options;
  }

  async create(
    given: NewApiKey,
    act: Act,
  ): Promise<{ key: string; apiKey: ApiKey }> {
    const { db, audit, newId } = this.#options;
    const head = `${KEY_PREFIX}${given.environment}_${given.type}_`;
    const key = `${head}${randomBytes(SECRET_BYTES).toString('base64url')}`;
    const apiKey = await db.transaction(async tx => {
      const [row] = await tx.query(
        `INSERT INTO api_keys (id, digest, hint, name, type, project, environment,
           scopes, created_by, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING *`,
        [
          newId(),
          digestOf(key),
          key.slice(0, head.length + HINT),
          given.name,
          given.type,
          given.project,
          given.environment,
          given.scopes,
          act.actor,
          act.at,
          given.expiresAt ?? null,
        ],
      );
      const made = toApiKey(row!);
      await audit.record(tx, act, 'key.created', made.id, {
        name: made.name,
        project: made.project,
        environment: made.environment,
        scopes: made.scopes,
      });
      return made;
    });
    return { key, apiKey };
  }

  async list(project?: string): Promise<ApiKey[]> {
    const rows = await this.#options.db.query(
      `SELECT * FROM api_keys WHERE $1::text IS NULL OR project = $1
       ORDER BY created_at DESC, id LIMIT 1000`,
      [project ?? null],
    );
    return rows.map(toApiKey);
  }

  /** @throws Problem 404 for one that is not there or revoked already */
  async revoke(id: string, act: Act): Promise<void> {
    const { db, audit } = this.#options;
    await db.transaction(async tx => {
      const [row] = await tx.query(
        `UPDATE api_keys SET revoked_at = $2
         WHERE id = $1 AND revoked_at IS NULL RETURNING *`,
        [id, act.at],
      );
      if (!row) throw problems.notFound(`No key ${id} that could be revoked`);
      await audit.record(tx, act, 'key.revoked', id, { name: row.name });
    });
  }

  /** Whose a key is; nothing for one that is unknown, revoked or expired. */
  async find(key: string): Promise<KeyPrincipal | undefined> {
    const { db, now } = this.#options;
    // Its last use is kept to the minute: a write on every check would be dear.
    const [row] = await db.query(
      `WITH found AS (
         SELECT * FROM api_keys WHERE digest = $1 AND revoked_at IS NULL
           AND (expires_at IS NULL OR expires_at > $2)
       ), used AS (
         UPDATE api_keys SET last_used_at = $2 FROM found
         WHERE api_keys.id = found.id AND (found.last_used_at IS NULL
           OR found.last_used_at < $2::timestamptz - interval '1 minute')
       )
       SELECT * FROM found`,
      [digestOf(key), now()],
    );
    return (
      row && {
        kind: 'key',
        id: row.id as string,
        project: row.project as string,
        environment: row.environment as string,
        createdBy: row.created_by as string,
        scopes: row.scopes as Scope[],
      }
    );
  }
}

const digestOf = (key: string) => hash('sha256', key, 'hex');
const iso = (value: unknown) => (value as Date | null)?.toISOString() ?? null;

function toApiKey(row: Row): ApiKey {
  return {
    id: row.id as string,
    name: row.name as string,
    hint: row.hint as string,
    type: row.type as ApiKey['type'],
    project: row.project as string,
    environment: row.environment as string,
    scopes: row.scopes as Scope[],
    createdBy: row.created_by as string,
    createdAt: (row.created_at as Date).toISOString(),
    expiresAt: iso(row.expires_at),
    lastUsedAt: iso(row.last_used_at),
    revokedAt: iso(row.revoked_at),
  };
}
