import type { Principal } from './Principal.ts';

/**
 * Finds out who stands behind a credential. Answers at once where it knows, so
 * that the evaluation path waits for nothing.
 */
export type CallerVerifier = {
  /** @returns nothing for any key that is not good now */
  verifyKey(
    key: string,
    requestId: string,
  ): Principal | undefined | Promise<Principal | undefined>;
  /** @returns nothing for any token that is not good now */
  verifyToken(
    token: string,
  ): Principal | undefined | Promise<Principal | undefined>;
};
