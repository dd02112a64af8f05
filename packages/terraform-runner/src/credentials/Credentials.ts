import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';

/** The run's credentials, in the two forms in which they are needed. Both refresh by themselves. */
export type Credentials = {
  /** For Terraform. */
  env: Record<string, string>;
  /** For the SDK. */
  provider: AwsCredentialIdentityProvider;
  /** What must show up nowhere. */
  secrets: string[];
};
