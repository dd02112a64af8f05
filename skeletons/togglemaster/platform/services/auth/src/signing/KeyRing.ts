import type { Database, Queryable, Row } from '@togglemaster/kit';
import {
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
} from 'jose';
import type { Sealer } from './Sealer.ts';

export type KeyRingOptions = {
  db: Database;
  sealer: Sealer;
  now: () => Date;
  newId: () => string;
  /** How long a key signs. */
  days: number;
  /** How long a token lives. */
  tokenSeconds: number;
};

type SigningKey = {
  kid: string;
  publicJwk: JWK;
  sealed: string;
  activeFrom: Date;
};

const LOCK = 7_102_004;
const DAY_MS = 86_400_000;
/** Verifiers have read a new key well before it signs. */
const LEAD_MS = 3_600_000;
const REREAD_MS = 60_000;

/**
 * The keys that sign tokens: the next one is published long before its use, an
 * old one stays published for as long as its last token lives.
 */
export class KeyRing {
  readonly #options: KeyRingOptions;
  #keys: SigningKey[] = [];
  #readAt = Number.NEGATIVE_INFINITY;
  readonly #opened = new Map<string, Promise<CryptoKey>>();

  constructor(options: KeyRingOptions) {
    this.#options = options;
  }

  /** Makes keys that are missing, removes those that nobody needs. */
  async turn(): Promise<void> {
    const { db, days, now } = this.#options;
    const at = now();
    await db.transaction(async tx => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      const keys = await readKeys(tx);
      const current = currentOf(keys, at);
      if (!current) await this.#make(tx, at);
      if (!keys.some(key => key.activeFrom > at)) {
        const due = (current?.activeFrom ?? at).getTime() + days * DAY_MS;
        const from = Math.max(due, at.getTime() + LEAD_MS);
        await this.#make(tx, new Date(from));
      }
      await this.#removeOld(tx, keys, at);
    });
    await this.#read();
  }

  async sign(): Promise<{ kid: string; key: CryptoKey }> {
    await this.#refresh();
    const current = currentOf(this.#keys, this.#options.now());
    if (!current) throw new Error('There is no signing key: run turn() first');
    return { kid: current.kid, key: await this.#open(current) };
  }

  /** Of all keys a token may be signed with now or soon. */
  async published(): Promise<JWK[]> {
    await this.#refresh();
    return this.#keys.map(({ kid, publicJwk }) => ({
      ...publicJwk,
      kid,
      alg: 'ES256',
      use: 'sig',
    }));
  }

  async #refresh(): Promise<void> {
    const age = this.#options.now().getTime() - this.#readAt;
    if (age < 0 || age > REREAD_MS) await this.#read();
  }

  async #read(): Promise<void> {
    this.#keys = await readKeys(this.#options.db);
    this.#readAt = this.#options.now().getTime();
  }

  async #make(tx: Queryable, activeFrom: Date): Promise<void> {
    const { sealer, newId } = this.#options;
    const pair = await generateKeyPair('ES256', { extractable: true });
    await tx.query(
      `INSERT INTO signing_keys (kid, public_jwk, sealed_private_jwk, active_from)
       VALUES ($1, $2, $3, $4)`,
      [
        newId(),
        JSON.stringify(await exportJWK(pair.publicKey)),
        sealer.seal(JSON.stringify(await exportJWK(pair.privateKey))),
        activeFrom,
      ],
    );
  }

  async #removeOld(tx: Queryable, keys: SigningKey[], at: Date) {
    const current = currentOf(keys, at);
    const tokens = 2 * this.#options.tokenSeconds * 1000;
    if (!current || at.getTime() - current.activeFrom.getTime() < tokens)
      return;
    await tx.query('DELETE FROM signing_keys WHERE active_from < $1', [
      current.activeFrom,
    ]);
  }

  #open({ kid, sealed }: SigningKey): Promise<CryptoKey> {
    const opened =
      this.#opened.get(kid) ??
      (importJWK(
        JSON.parse(this.#options.sealer.open(sealed)) as JWK,
        'ES256',
      ) as Promise<CryptoKey>);
    this.#opened.set(kid, opened);
    return opened;
  }
}

function currentOf(keys: SigningKey[], at: Date): SigningKey | undefined {
  return keys.filter(key => key.activeFrom <= at).at(-1);
}

async function readKeys(db: Queryable): Promise<SigningKey[]> {
  const rows = await db.query(
    'SELECT * FROM signing_keys ORDER BY active_from',
  );
  return rows.map((row: Row) => ({
    kid: row.kid as string,
    publicJwk: row.public_jwk as JWK,
    sealed: row.sealed_private_jwk as string,
    activeFrom: row.active_from as Date,
  }));
}
