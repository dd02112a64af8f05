import type { OidcAuthResult } from '@backstage/plugin-auth-backend-module-oidc-provider';

/** What a provider may write for "yes": Cognito's userInfo a string, Entra's xms_edov 1. */
const YES: unknown[] = [true, 'true', 1, '1'];

/**
 * The email that the provider vouches for, in lower case. From the ID token, which is signed; from userInfo
 * where a refresh brings no ID token.
 *
 * @param verifiedClaim - the claim that says that the email is verified
 */
export function verifiedEmail(
  { tokenset, userinfo }: OidcAuthResult,
  verifiedClaim: string,
): string | undefined {
  const claims: Record<string, unknown> = tokenset.id_token
    ? tokenset.claims()
    : userinfo;
  if (!YES.includes(claims[verifiedClaim])) return undefined;
  return typeof claims.email === 'string'
    ? claims.email.toLowerCase()
    : undefined;
}
