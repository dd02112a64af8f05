import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { freePort, type LocalCognito } from '@terrastage/local/testing';
import { authModuleOidcLogin } from '../module';

export type LoginBackend = {
  url: string;
  /** Audit lines of refused sign-ins. */
  refusals: string[];
  stop(): Promise<void>;
};

type Provider = Pick<LocalCognito, 'metadataUrl' | 'clientId' | 'clientSecret'>;

/** Backstage's auth backend with this module, for the users with these emails. */
export async function startLoginBackend(options: {
  provider: Provider;
  port?: number;
  logoutUrl?: string;
  verifiedClaim?: string;
  users: { name: string; email: string }[];
}): Promise<LoginBackend> {
  const { provider, users, logoutUrl, verifiedClaim } = options;
  const port = options.port ?? (await freePort());
  const url = `http://localhost:${port}`;
  const refusals: string[] = [];
  const auditor = mockServices.auditor.mock({
    createEvent: async ({ meta }) => ({
      success: async () => undefined,
      fail: async () => {
        refusals.push(`${meta?.reason} ${meta?.email}`);
      },
    }),
  });
  const { metadataUrl, clientId, clientSecret } = provider;
  // Backstage's backend for tests listens on a port that nobody can know before.
  const backend = createBackend();
  const features = [
    mockServices.rootLogger.factory(),
    mockServices.database.factory(),
    authPlugin,
    authModuleOidcLogin,
    auditor.factory,
    catalogServiceMock.factory({
      entities: users.map(({ name, email }) => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'User',
        metadata: { name },
        spec: { profile: { email }, memberOf: [] },
      })),
    }),
    mockServices.rootConfig.factory({
      data: {
        app: { baseUrl: url },
        backend: { baseUrl: url, listen: { host: '127.0.0.1', port } },
        terrastage: { login: { logoutUrl, verifiedClaim } },
        auth: {
          environment: 'development',
          session: { secret: 'a secret of the test' },
          providers: {
            oidc: {
              development: {
                metadataUrl,
                clientId,
                clientSecret,
                prompt: 'auto',
              },
            },
          },
        },
      },
    }),
  ];
  for (const feature of features) backend.add(feature);
  await backend.start();
  return { url, refusals, stop: () => backend.stop() };
}
