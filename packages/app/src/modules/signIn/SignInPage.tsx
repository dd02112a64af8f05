import { ProxiedSignInPage } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { OidcSignInPage } from './OidcSignInPage';

/** The login of `terrastage.login.mode`. */
export function SignInPage(props: SignInPageProps) {
  const mode = useApi(configApiRef).getOptionalString('terrastage.login.mode');
  return mode === 'guest' ? (
    <ProxiedSignInPage {...props} provider="guest" />
  ) : (
    <OidcSignInPage {...props} />
  );
}
