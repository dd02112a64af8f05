import type { AuditorService } from '@backstage/backend-plugin-api';
import type { OidcAuthResult } from '@backstage/plugin-auth-backend-module-oidc-provider';
import type {
  AuthResolverContext,
  OAuthAuthenticatorResult,
  SignInResolver,
} from '@backstage/plugin-auth-node';
import { SignInRefusal } from './SignInRefusal';
import { verifiedEmail } from './verifiedEmail';

export type SignInResolverOptions = {
  auditor: AuditorService;
  verifiedClaim: string;
};

/**
 * Signs in the one User entity with the verified email, and nobody else: there is no default identity. Also asked
 * at each refresh of a session, so whoever leaves the catalog is out when the token ends.
 */
export function createSignInResolver({
  auditor,
  verifiedClaim,
}: SignInResolverOptions): SignInResolver<
  OAuthAuthenticatorResult<OidcAuthResult>
> {
  return async ({ result }, context) => {
    const { fullProfile } = result;
    try {
      return await signIn(verifiedEmail(fullProfile, verifiedClaim), context);
    } catch (error) {
      if (error instanceof SignInRefusal) {
        const event = await auditor.createEvent({
          eventId: 'sign-in',
          severityLevel: 'medium',
          meta: {
            reason: error.reason,
            subject: fullProfile.userinfo.sub,
            email: fullProfile.userinfo.email,
          },
        });
        await event.fail({ error });
      }
      throw error;
    }
  };
}

async function signIn(email: string | undefined, context: AuthResolverContext) {
  if (!email) {
    throw new SignInRefusal(
      'email-not-verified',
      'the identity provider does not vouch for an email',
    );
  }
  try {
    return await context.signInWithCatalogUser({
      filter: { kind: 'User', 'spec.profile.email': email },
    });
  } catch (error) {
    const { name } = error as Error;
    if (name === 'NotFoundError') {
      throw new SignInRefusal('unknown-user', email);
    }
    if (name === 'ConflictError') {
      throw new SignInRefusal('ambiguous-user', email);
    }
    throw error;
  }
}
