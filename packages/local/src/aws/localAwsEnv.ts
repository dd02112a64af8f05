/** The account that moto plays unless a role of another account is assumed. */
export const LOCAL_AWS_ACCOUNT = '123456789012';

export const LOCAL_AWS_REGION = 'us-east-1';

export type AwsEnv = Record<string, string>;

/**
 * What a client needs to talk to the local AWS and to nothing else: the
 * endpoints, a region, keys that no real AWS would take, and no way to fall
 * back on the machine's own profile or instance role.
 */
export function localAwsEnv(url: string): AwsEnv {
  return {
    AWS_ENDPOINT_URL: url,
    // The credential chain of the SDKs does not read AWS_ENDPOINT_URL for STS.
    AWS_ENDPOINT_URL_STS: url,
    AWS_REGION: LOCAL_AWS_REGION,
    AWS_DEFAULT_REGION: LOCAL_AWS_REGION,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
