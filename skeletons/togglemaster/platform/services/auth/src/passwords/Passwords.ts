import argon2 from 'argon2';

/** OWASP's least for Argon2id. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Argon2id. */
export class Passwords {
  #decoy?: Promise<string>;

  async hash(password: string): Promise<string> {
    return argon2.hash(password, { type: argon2.argon2id, ...PARAMETERS });
  }

  /** Without a hash it takes as long and says no. */
  async verify(hash: string | undefined, password: string): Promise<boolean> {
    this.#decoy ??= this.hash('nobody has this password');
    const good = await argon2.verify(hash ?? (await this.#decoy), password);
    return hash !== undefined && good;
  }

  /** Whether a hash was made with other parameters than today's. */
  isOutdated(hash: string): boolean {
    return argon2.needsRehash(hash, PARAMETERS);
  }
}
