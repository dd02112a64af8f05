import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';

export type CognitoClientOptions = {
  /** Default: as the SDK finds it, from AWS_REGION or the profile. */
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
  region,
  endpoint,
  maxAttempts = 8,
}: CognitoClientOptions): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({
    ...(region && { region }),
    ...(endpoint && { endpoint }),
    retryMode: 'adaptive',
    maxAttempts,
  });
}
