import type { Platform } from '../platform/Platform.ts';
import { ApiClient } from './ApiClient.ts';

export const ADMIN_EMAIL = 'admin@example.com';

/** A client of this user. */
export async function signIn(
  { urls }: Pick<Platform, 'urls'>,
  email: string,
  password: string,
): Promise<ApiClient> {
  const { accessToken } = await new ApiClient().must(
    'POST',
    `${urls.auth}/auth/login`,
    { email, password },
  );
  return new ApiClient({ authorization: `Bearer ${accessToken}` });
}

/** The first admin's client; makes the account where it is missing. */
export async function signInAdmin(
  platform: Pick<Platform, 'urls'>,
  secrets: { bootstrapSecret: string; adminPassword: string },
): Promise<ApiClient> {
  const account = { email: ADMIN_EMAIL, password: secrets.adminPassword };
  // 403: there is one already.
  await new ApiClient().call('POST', `${platform.urls.auth}/auth/bootstrap`, {
    ...account,
    secret: secrets.bootstrapSecret,
  });
  return signIn(platform, account.email, account.password);
}
