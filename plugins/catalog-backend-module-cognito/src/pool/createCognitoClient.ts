import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';

export type CognitoClientOptions = {
  userPoolId: string;
  /** Default: the one in the id of the pool. */
  region?: string;
  /** Another address than AWS' own, for a local pool. */
  endpoint?: string;
  /** How often one call is tried. Default: 8. */
  maxAttempts?: number;
};

/**
 * A client with the default credential chain (in a cluster: the web identity of
 * the service account). It slows down by itself when Cognito answers that there
 * are too many requests.
 */
export function createCognitoClient({
  userPoolId,
  region = userPoolId.split('_')[0],
  endpoint,
  maxAttempts = 8,
}: CognitoClientOptions): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({
    region,
    ...(endpoint && { endpoint }),
    retryMode: 'adaptive',
    maxAttempts,
  });
}
