import { hash } from 'node:crypto';
import { BoundedMap } from './BoundedMap.ts';
import type { KeyPrincipal, Principal } from './Principal.ts';

export type KeyVerifierOptions = {
  /**
   * Asks the auth service.
   * @returns nothing for a key that is not good
   */
  ask(key: string, requestId: string): Promise<KeyPrincipal | undefined>;
  now: () => Date;
  /** How long an answer holds before it is asked again. Default: 30 s. */
  freshMs?: number;
  /** How long a refusal holds. Default: 5 s. */
  refusalMs?: number;
  /** How long an answer serves while the auth service is away. Default: 1 h. */
  graceMs?: number;
};

type Known = { principal?: KeyPrincipal; askedAt: number };

const KEPT = 10_000;
/** Good keys whose hash is remembered: making it costs a tenth of a request. */
const HASHES_KEPT = 1_000;

/**
 * Knows API keys by their SHA-256. An answer that is no longer fresh is served
 * once more while it is asked again behind, so no request waits but the first;
 * a revoked key thus works for `freshMs` and one request at most.
 */
export class KeyVerifier {
  readonly #options: Required<KeyVerifierOptions>;
  readonly #known = new BoundedMap<string, Known>(KEPT);
  readonly #hashes = new BoundedMap<string, string>(HASHES_KEPT);
  readonly #asking = new Map<string, Promise<Principal | undefined>>();

  constructor(options: KeyVerifierOptions) {
    this.#options = {
      freshMs: 30_000,
      refusalMs: 5_000,
      graceMs: 3_600_000,
      ...options,
    };
  }

  /** @throws Problem 503 for an unknown key while the auth service is away */
  verify(
    key: string,
    requestId: string,
  ): Principal | undefined | Promise<Principal | undefined> {
    const remembered = this.#hashes.get(key);
    const id = remembered ?? hash('sha256', key, 'base64url');
    const known = this.#known.get(id);
    if (!known) return this.#ask(id, key, requestId);
    if (remembered === undefined && known.principal) this.#hashes.set(key, id);
    const age = this.#options.now().getTime() - known.askedAt;
    if (!known.principal) {
      return age < this.#options.refusalMs
        ? undefined
        : this.#ask(id, key, requestId);
    }
    if (age < this.#options.freshMs) return known.principal;
    if (age > this.#options.freshMs + this.#options.graceMs) {
      return this.#ask(id, key, requestId);
    }
    // A refusal replaces what is known; a failure leaves it.
    this.#ask(id, key, requestId).catch(() => undefined);
    return known.principal;
  }

  #ask(
    id: string,
    key: string,
    requestId: string,
  ): Promise<Principal | undefined> {
    const running = this.#asking.get(id);
    if (running) return running;
    const asked = this.#options
      .ask(key, requestId)
      .then(principal => {
        this.#known.set(id, {
          principal,
          askedAt: this.#options.now().getTime(),
        });
        return principal;
      })
      .finally(() => this.#asking.delete(id));
    this.#asking.set(id, asked);
    return asked;
  }
}
