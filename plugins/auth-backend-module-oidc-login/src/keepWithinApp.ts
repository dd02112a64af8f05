import { NotAllowedError } from '@backstage/errors';
import type { OAuthStateTransform } from '@backstage/plugin-auth-node';

/**
 * A login leads back to the web app and nowhere else; Backstage takes any address, and with it a link that looks
 * like ours and ends on somebody else's page.
 */
export function keepWithinApp(appOrigin: string): OAuthStateTransform {
  return async state => {
    const { redirectUrl } = state;
    if (redirectUrl !== undefined && originOf(redirectUrl) !== appOrigin) {
      throw new NotAllowedError(
        `A login leads back to ${appOrigin} only: open the portal there`,
      );
    }
    return { state };
  };
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
