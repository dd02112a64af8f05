import { randomUUID } from 'node:crypto';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { createUserPoolApi } from '../api/createUserPoolApi';
import { createOAuthRoutes } from '../oauth/createOAuthRoutes';
import { createSigner } from '../oauth/createSigner';
import { Sessions } from '../oauth/Sessions';
import { ensurePool } from './ensurePool';
import { serve, type Handler } from './http';
import { People } from './People';
import { startUserPoolApi } from './startUserPoolApi';

export type ProviderOptions = {
  port: number;
  callbackUrls: string[];
  logoutUrls: string[];
  log: (message: string) => void;
};

export type ProviderReady = {
  /** Endpoint of the user pool API, and of the login. */
  url: string;
  issuer: string;
  /** For auth.providers.oidc.<environment>.metadataUrl. */
  metadataUrl: string;
  userPoolId: string;
  clientId: string;
  clientSecret: string;
};

/** Puts the login and what else is missing before cognito-local's user pool. */
export async function startProvider(
  options: ProviderOptions,
): Promise<ProviderReady> {
  const inner = await startUserPoolApi();
  const api = new CognitoIdentityProviderClient({
    endpoint: inner,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const client = await ensurePool(api, options);
  const people = new People(api, client);
  const sessions = new Sessions({ now: () => new Date(), newId: randomUUID });
  const signer = await createSigner();

  // The address is in what the routes answer, and known only once they listen.
  let routes: Map<string, Handler> = new Map();
  const userPoolApi = createUserPoolApi({ inner, api, people, sessions });
  const port = await serve(
    options.port,
    incoming => {
      const { method, path, headers } = incoming;
      if (headers['x-amz-target']) return userPoolApi(incoming);
      const handler = routes.get(`${method} ${path}`);
      return handler?.(incoming) ?? { status: 404, body: 'Not found' };
    },
    error => options.log(error.stack ?? error.message),
  );
  // By name: Backstage follows a sign-out to https or to localhost alone.
  const url = `http://localhost:${port}`;
  const issuer = `${url}/${client.userPoolId}`;
  routes = createOAuthRoutes({
    url,
    issuer,
    client,
    people,
    sessions,
    signer,
    now: () => new Date(),
    newId: randomUUID,
  });
  return {
    url,
    issuer,
    metadataUrl: `${issuer}/.well-known/openid-configuration`,
    userPoolId: client.userPoolId,
    clientId: client.clientId,
    clientSecret: client.clientSecret,
  };
}
