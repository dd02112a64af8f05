import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  oidcAuthenticator,
  type OidcAuthResult,
} from '@backstage/plugin-auth-backend-module-oidc-provider';
import {
  createOAuthAuthenticator,
  decodeOAuthState,
} from '@backstage/plugin-auth-node';

type StockContext = ReturnType<typeof oidcAuthenticator.initialize>;

/** The stock context once the provider's metadata has been read. */
type Ready = () => Promise<StockContext>;

export type AuthenticatorOptions = {
  logger: LoggerService;
  /** Ends the provider's own session in the browser. */
  logoutUrl?: string;
};

/**
 * Backstage's OIDC authenticator, which in addition
 * - asks again for the metadata of a provider that was away, where the stock one stays broken until a restart,
 * - leads back to the sign-in page with a reason when the provider is away,
 * - ends the provider's session in the browser at sign-out, not only the tokens.
 */
export function createAuthenticator({
  logger,
  logoutUrl,
}: AuthenticatorOptions) {
  return createOAuthAuthenticator<Ready, OidcAuthResult>({
    ...oidcAuthenticator,
    initialize: options => readAgainOnFailure(options),
    async start(input, ready) {
      try {
        return await oidcAuthenticator.start(input, await ready());
      } catch (error) {
        const { flow, redirectUrl } = decodeOAuthState(input.state);
        if (flow !== 'redirect' || !redirectUrl) throw error;
        logger.error('A login could not be started', error as Error);
        const url = new URL(redirectUrl);
        url.searchParams.set('error', 'provider-away');
        return { url: url.toString() };
      }
    },
    authenticate: async (input, ready) =>
      oidcAuthenticator.authenticate(input, await ready()),
    refresh: async (input, ready) =>
      oidcAuthenticator.refresh(input, await ready()),
    async logout(input, ready) {
      try {
        await oidcAuthenticator.logout?.(input, await ready());
      } catch (error) {
        // Whoever signs out must not stay signed in because the provider is away.
        logger.warn(
          'The tokens of a sign-out were not revoked: they end by themselves',
          error as Error,
        );
      }
      return { logoutUrl };
    },
  });
}

function readAgainOnFailure(
  options: Parameters<typeof oidcAuthenticator.initialize>[0],
): Ready {
  const initialize = () => {
    const context = oidcAuthenticator.initialize(options);
    // Looked at when somebody logs in; nobody may be there yet to hear of it.
    context.promise.catch(() => undefined);
    return context;
  };
  let current = initialize();
  return async () => {
    const wasGood = await current.promise.then(
      () => true,
      () => false,
    );
    if (wasGood) return current;
    const again = initialize();
    try {
      await again.promise;
    } catch (cause) {
      throw new ServiceUnavailableError(
        `The identity provider does not answer at ${options.config.getString(
          'metadataUrl',
        )}: see that it runs and that the portal reaches it`,
        cause,
      );
    }
    current = again;
    return current;
  };
}
