import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createOAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { createAuthenticator } from './createAuthenticator';
import { createSignInResolver } from './createSignInResolver';
import { keepWithinApp } from './keepWithinApp';
import { readLoginConfig } from './readLoginConfig';
import { verifiedEmail } from './verifiedEmail';

/** The provider `oidc`, configured under auth.providers.oidc. */
export const authModuleOidcLogin = createBackendModule({
  pluginId: 'auth',
  moduleId: 'oidc-login',
  register(reg) {
    reg.registerInit({
      deps: {
        auditor: coreServices.auditor,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        providers: authProvidersExtensionPoint,
      },
      async init({ auditor, config, logger, providers }) {
        const { appOrigin, logoutUrl, verifiedClaim } = readLoginConfig(config);
        providers.registerProvider({
          providerId: 'oidc',
          factory: createOAuthProviderFactory({
            authenticator: createAuthenticator({ logger, logoutUrl }),
            stateTransform: keepWithinApp(appOrigin),
            profileTransform: async ({ fullProfile }) => ({
              profile: {
                email: verifiedEmail(fullProfile, verifiedClaim),
                displayName: fullProfile.userinfo.name,
                picture: fullProfile.userinfo.picture,
              },
            }),
            // Not one of those that configuration can choose: some of them let in whom the catalog does not know.
            signInResolver: createSignInResolver({ auditor, verifiedClaim }),
          }),
        });
      },
    });
  },
});
