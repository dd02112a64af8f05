import { z } from 'zod';
import { Browser } from '../cognito/Browser';

export type LogInOptions = {
  /** Of the backend: http://localhost:7007. */
  backendUrl: string;
  /** Of the web app. Default: backendUrl. */
  appUrl?: string;
  /** Of the local Cognito. */
  cognitoUrl: string;
  email: string;
  password: string;
};

export type Session = {
  /** Backstage's, good for an hour. */
  token: string;
  /** Entity ref of the user. */
  userEntityRef: string;
};

const sessionSchema = z.object({
  backstageIdentity: z.object({
    token: z.string(),
    identity: z.object({ userEntityRef: z.string() }),
  }),
});

/** The portal, or the identity provider, did not let somebody in. */
export class LogInError extends Error {
  /** @param reason - as the sign-in page gets it: unknown-user, for example */
  constructor(readonly reason: string) {
    super(`The login ended with: ${reason}`);
    this.name = 'LogInError';
  }
}

/**
 * Logs in as a person does in a browser: from the portal to the form of the local Cognito and back.
 *
 * @throws LogInError
 */
export async function logIn(options: LogInOptions): Promise<Session> {
  const { backendUrl, appUrl = backendUrl, cognitoUrl } = options;
  const auth = `${backendUrl}/api/auth/oidc`;
  const browser = new Browser([auth, cognitoUrl]);
  const query = new URLSearchParams({
    env: 'development',
    scope: 'openid profile email',
    origin: appUrl,
    flow: 'redirect',
    redirectUrl: `${appUrl}/`,
  });
  const form = await browser.open(`${auth}/start?${query}`);
  if (!form.url.startsWith(cognitoUrl)) throw refusal(form.url);
  const { email: username, password } = options;
  const page = await browser.submit({ username, password });
  if (page.alert) throw new LogInError(page.alert);
  if (new URL(page.url).searchParams.has('error')) throw refusal(page.url);
  const response = await browser.fetch(`${auth}/refresh?env=development`, {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  if (!response.ok) throw new LogInError(await response.text());
  const { backstageIdentity } = sessionSchema.parse(await response.json());
  const { token, identity } = backstageIdentity;
  return { token, userEntityRef: identity.userEntityRef };
}

function refusal(url: string): LogInError {
  return new LogInError(new URL(url).searchParams.get('error') ?? url);
}
