import type { BrowserContext } from '@playwright/test';
import type { PortalUnderTest } from './PortalUnderTest';

/** A real login with a person's password, by its two requests instead of its pages. */
export async function logInQuickly(
  context: BrowserContext,
  portal: PortalUnderTest,
  id: string,
): Promise<void> {
  const { email, password } = portal.person(id);
  const query = new URLSearchParams({
    env: 'development',
    scope: 'openid profile email',
    origin: portal.url,
    flow: 'redirect',
    redirectUrl: `${portal.url}/`,
  });
  const form = await context.request.get(
    `${portal.url}/api/auth/oidc/start?${query}`,
  );
  const end = await context.request.post(form.url(), {
    form: { username: email, password },
  });
  if (end.url() !== `${portal.url}/`) {
    throw new Error(`The login of ${id} ended at ${end.url()}`);
  }
}
